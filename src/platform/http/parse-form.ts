import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { Problem } from '../../kernel/problem.js';
import { expectedBy, kindOf } from './field-faults.js';

/** A field that cannot be used and the code of what is wrong (`isEmail`, `maxLength` ...), for the error summary. */
export interface FieldError {
  readonly field: string;
  readonly code: string;
  /** What the field takes, where the check has a bound or choices. */
  readonly expected?: string;
  /** What kind of thing came. */
  readonly found?: string;
}

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: readonly FieldError[] };

const flatten = (errors: readonly ValidationError[], prefix = ''): FieldError[] =>
  errors.flatMap((error) => [
    ...Object.entries(error.constraints ?? {}).map(([code, message]) => ({
      field: `${prefix}${error.property}`,
      code,
      ...expectedBy(code, message),
      ...(code === 'whitelistValidation' ? {} : { found: kindOf(error.value) }),
    })),
    ...flatten(error.children ?? [], `${prefix}${error.property}.`),
  ]);

/** A NUL, or half of a character. */
const ODD = /[\0\p{Surrogate}]/u;
const isOdd = (text: string): boolean => ODD.test(text);

/** PostgreSQL stores no text with such a thing in it, and nobody types one. */
const holdsOdd = (value: unknown): boolean => {
  if (typeof value === 'string') return isOdd(value);
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return false;
  return Object.entries(value).some(([key, member]) => isOdd(key) || holdsOdd(member));
};

/** Which parts of a field hold one. Lists are of parts with names of ours; of an object of its own the names may be the sender's, and are not told. */
const holdersOfOdd = (field: string, value: unknown): string[] => {
  if (!holdsOdd(value)) return [];
  if (!Array.isArray(value)) return [field];
  return value.flatMap((part: unknown, at) => {
    const isPart = typeof part === 'object' && part !== null && !Array.isArray(part) && Object.keys(part).every((key) => /^\w+$/.test(key));
    if (!isPart) return holdersOfOdd(`${field}.${at}`, part);
    return Object.entries(part).flatMap(([key, member]) => holdersOfOdd(`${field}.${at}.${key}`, member));
  });
};

/** Names that class-transformer passes over without a word. */
const RESERVED = ['__proto__', 'constructor'];

const faultOf = (field: string, value: unknown): FieldError[] => {
  if (RESERVED.includes(field)) return [{ field, code: 'whitelistValidation' }];
  const holders = isOdd(field) ? [field] : holdersOfOdd(field, value);
  return holders.map((holder) => ({ field: holder, code: 'isText' }));
};

const FRAME_FIELDS = ['_csrf', '_idempotency', '_next'];

/** Reads what came in as `Dto`: unknown fields, wrong types and lengths are named, never guessed at. */
export const parse = <T extends object>(Dto: new () => T, body: Record<string, unknown>): Parsed<T> => {
  const own = Object.fromEntries(Object.entries(body).filter(([key]) => !FRAME_FIELDS.includes(key)));
  const value = plainToInstance(Dto, own, { enableImplicitConversion: false });
  const faults = validateSync(value, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
  const errors = [...flatten(faults), ...Object.entries(own).flatMap(([field, given]) => faultOf(field, given))];
  return errors.length === 0 ? { ok: true, value } : { ok: false, errors };
};

/** The same for programs: a 422 problem that names each field. */
export const parseOrRefuse = <T extends object>(Dto: new () => T, body: Record<string, unknown>): T => {
  const parsed = parse(Dto, body);
  if (parsed.ok) return parsed.value;
  throw new Problem(
    422,
    'input.unusable',
    parsed.errors.map(({ code, ...where }) => ({ code: `field.${code}`, ...where })),
  );
};

/** A form that is one button: any field that came with it is refused, and named. */
export const refuseFields = (body: Record<string, unknown>): void => {
  const extra = Object.keys(body).filter((name) => !FRAME_FIELDS.includes(name));
  if (extra.length === 0) return;
  throw new Problem(
    400,
    'input.unusable',
    extra.map((field) => ({ code: 'field.whitelistValidation', field })),
  );
};
