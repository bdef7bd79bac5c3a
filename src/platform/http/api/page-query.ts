import { Transform, type TransformFnParams } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

const counted = ({ value }: TransformFnParams): unknown =>
  typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : (value as unknown);

/** Which page of a list, from 1, and how long a page is. */
export class PageQuery {
  @IsOptional() @Transform(counted) @IsInt() @Min(1) @Max(100_000) page = 1;
  @IsOptional() @Transform(counted) @IsInt() @Min(1) @Max(100) pageSize = 20;
}
