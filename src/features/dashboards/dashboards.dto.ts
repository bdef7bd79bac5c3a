import { IsOptional, IsString, MaxLength } from 'class-validator';

export class ExportDto {
  /** The code of an approved purpose. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  purpose?: string;
}
