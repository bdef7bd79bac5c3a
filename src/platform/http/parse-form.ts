import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { Problem } from '../../kernel/problem.js';

/** A field that cannot be used and the code of what is wrong (`isEmail`, `maxLength` ...), for the error summary. */
export interface FieldError {
  readonly field: string;
  readonly code: string;
}

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: readonly FieldError[] };

const flatten = (errors: readonly ValidationError[], prefix = ''): FieldError[] =>
  errors.flatMap((error) => [
    ...Object.keys(error.constraints ?? {}).map((code) => ({ field: `${prefix}${error.property}`, code })),
    ...flatten(error.children ?? [], `${prefix}${error.property}.`),
  ]);

const FRAME_FIELDS = ['_csrf', '_idempotency', '_next'];

/** Reads what came in as `Dto`: unknown fields, wrong types and lengths are named, never guessed at. */
export const parse = <T extends object>(Dto: new () => T, body: Record<string, unknown>): Parsed<T> => {
  const own = Object.fromEntries(Object.entries(body).filter(([key]) => !FRAME_FIELDS.includes(key)));
  const value = plainToInstance(Dto, own, { enableImplicitConversion: false });
  const errors = flatten(validateSync(value, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true }));
  return errors.length === 0 ? { ok: true, value } : { ok: false, errors };
};

/** The same for programs: a 422 problem that names each field. */
export const parseOrRefuse = <T extends object>(Dto: new () => T, body: Record<string, unknown>): T => {
  const parsed = parse(Dto, body);
  if (parsed.ok) return parsed.value;
  throw new Problem(
    422,
    'input.unusable',
    parsed.errors.map(({ field, code }) => ({ code: `field.${code}`, field })),
  );
};
