import { applyDecorators } from '@nestjs/common';
import { Transform, type TransformFnParams } from 'class-transformer';
import { IsIn, IsInt, IsISO8601, IsOptional, IsString, Matches, Max, MaxLength, Min, MinLength } from 'class-validator';

const PRINTABLE = /^[\P{Cc}\t\n\r]*$/u;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const LONG = 10_000;

const emptyIsNone = ({ value }: TransformFnParams): unknown => (value === '' ? undefined : (value as unknown));
const listed = ({ value }: TransformFnParams): unknown => (value === undefined || Array.isArray(value) ? (value as unknown) : [value]);

/** A text that must be there. */
export const Written = (most = LONG): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: TransformFnParams): unknown => (typeof value === 'string' ? value.trim() : value)),
    IsString(),
    MinLength(1),
    MaxLength(most),
    Matches(PRINTABLE),
  );
/** A text that may be left empty. */
export const Unwritten = (most = LONG): PropertyDecorator => applyDecorators(IsOptional(), IsString(), MaxLength(most), Matches(PRINTABLE));
/** A day that exists, YYYY-MM-DD. */
export const OnDay = (): PropertyDecorator => applyDecorators(IsString(), Matches(DAY), IsISO8601({ strict: true }));
export const MaybeOnDay = (): PropertyDecorator => applyDecorators(Transform(emptyIsNone), IsOptional(), OnDay());
/** A number of votes as typed. */
export const Counted = (most: number): PropertyDecorator =>
  applyDecorators(
    Transform(({ value }: TransformFnParams): unknown =>
      typeof value === 'string' && /^\d{1,6}$/.test(value.trim()) ? Number(value) : value,
    ),
    IsInt(),
    Min(0),
    Max(most),
  );
export const OneOf = (values: readonly string[]): PropertyDecorator => IsIn(values);
export const MaybeOneOf = (values: readonly string[]): PropertyDecorator =>
  applyDecorators(Transform(emptyIsNone), IsOptional(), IsIn(values));
export const SomeOf = (values: readonly string[]): PropertyDecorator => applyDecorators(Transform(listed), IsIn(values, { each: true }));
export const MaybeSomeOf = (values: readonly string[]): PropertyDecorator =>
  applyDecorators(Transform(listed), IsOptional(), IsIn(values, { each: true }));
export const MaybeList = (): PropertyDecorator =>
  applyDecorators(Transform(listed), IsOptional(), IsString({ each: true }), MaxLength(40, { each: true }));
