import { IsIn, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';

export class ReaderDto {
  @IsString() @MinLength(1) @MaxLength(50) staffNumber!: string;
}

export class ReviewDto {
  @IsString() @Matches(/^sha-256:[\w-]{20,60}$/) covers!: string;
  @IsIn(['right', 'wrong']) verdict!: 'right' | 'wrong';
  @IsOptional() @IsString() @MaxLength(4000) remark?: string;
}
