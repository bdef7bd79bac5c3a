import type { Language } from '../../kernel/actor.js';
import { Problem } from '../../kernel/problem.js';
import { explain, parse } from '../../platform/http/index.js';
import type { FieldError } from '../../platform/ui/index.js';
import type { Body } from './typed.js';

export type Errors = readonly FieldError[];

const CODES: Readonly<Record<string, string>> = {
  isIn: 'field.choice',
  isIso8601: 'field.day',
  matches: 'field.characters',
  maxLength: 'field.too-long',
  isInt: 'field.integer',
  max: 'field.integer',
  min: 'field.integer',
  whitelistValidation: 'field.choice',
};
const DAY_FIELDS = /On$/;
const codeOf = (field: string, code: string): string =>
  DAY_FIELDS.test(field) && code !== 'whitelistValidation' ? 'field.day' : (CODES[code] ?? 'field.text');

const said = (faults: readonly { readonly field: string; readonly code: string }[], language: Language): Errors =>
  faults
    .filter(({ field }, at) => faults.findIndex((other) => other.field === field) === at)
    .map(({ field, code }) => ({ field, text: explain({ code }, language).title }));

export type Attempt<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: Errors };

/** Reads the form and does the act; what the person can mend comes back as errors by field, the rest goes on to the problem page. */
export const attempt = async <Dto extends object, T>(
  Form: new () => Dto,
  body: Body,
  language: Language,
  act: (dto: Dto) => Promise<T>,
): Promise<Attempt<T>> => {
  const parsed = parse(Form, body);
  if (!parsed.ok) {
    const faults = parsed.errors.map(({ field, code }) => ({ field, code: codeOf(field, code) }));
    return { ok: false, errors: said(faults, language) };
  }
  try {
    return { ok: true, value: await act(parsed.value) };
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 422 || error.reasons.some(({ field }) => field === undefined)) throw error;
    return {
      ok: false,
      errors: said(
        error.reasons.map(({ field, code }) => ({ field: field ?? '', code })),
        language,
      ),
    };
  }
};

export const keyOf = (body: Body): string | undefined => (typeof body['_idempotency'] === 'string' ? body['_idempotency'] : undefined);
