import type { Language } from '../../kernel/actor.js';
import { Problem, type Reason } from '../../kernel/problem.js';
import { explain, type FieldError as ParseError } from '../../platform/http/index.js';
import type { FieldError } from '../../platform/ui/index.js';

const CODES: Readonly<Record<string, string>> = {
  isIn: 'field.choice',
  isIso8601: 'field.day',
  maxLength: 'field.too-long',
  whitelistValidation: 'field.choice',
};

/** What is wrong with each field, in words. A field that is wrong in two ways is named once. */
export const parseErrors = (errors: readonly ParseError[], language: Language): FieldError[] => {
  const first = errors.filter(({ field }, at) => errors.findIndex((other) => other.field === field) === at);
  return first.map(({ field, code }) => ({ field, text: explain({ code: CODES[code] ?? 'field.text' }, language).title }));
};

export const reasonErrors = (reasons: readonly Reason[], language: Language): FieldError[] =>
  reasons.map((reason) => ({ field: reason.field ?? '', text: explain(reason, language).title }));

/** What a person can mend in the form; anything else goes on to the problem page. */
export const mendable = (error: unknown, language: Language): FieldError[] => {
  if (error instanceof Problem && error.status === 422) return reasonErrors(error.reasons, language);
  throw error;
};

export const keyOf = (body: Record<string, unknown>): string | undefined =>
  typeof body['_idempotency'] === 'string' ? body['_idempotency'] : undefined;
