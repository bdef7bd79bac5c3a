import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

export const ERASURE_REASONS = ['left', 'asked'] as const;

export class ErasureDto {
  @IsIn(ERASURE_REASONS) reason!: (typeof ERASURE_REASONS)[number];
  @IsString() @MaxLength(200) password!: string;
  @IsOptional() @IsString() @MaxLength(20) totp?: string;
}
