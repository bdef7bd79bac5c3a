import type { Language } from '../../kernel/actor.js';
import { Problem, type Reason } from '../../kernel/problem.js';
import { explain, type FieldError as Refused, parse } from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import type { FieldError } from '../../platform/ui/index.js';
import { consultationCatalogue, type ConsultationKey } from './consultation.catalogue.js';
import type { Unmet } from './web/act-page.js';

export type Body = Record<string, unknown>;
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
const DAY_FIELDS = /(On|Due)$/;
const codeOf = ({ field, code }: Refused): string =>
  DAY_FIELDS.test(field) && code !== 'whitelistValidation' ? 'field.day' : (CODES[code] ?? 'field.text');

/** What is wrong with each field, in words; a field that is wrong in two ways is named once. */
const refusedErrors = (errors: readonly Refused[], language: Language): Errors =>
  errors
    .filter(({ field }, at) => errors.findIndex((other) => other.field === field) === at)
    .map((error) => ({ field: error.field, text: explain({ code: codeOf(error) }, language).title }));

const reasonErrors = (reasons: readonly Reason[], language: Language): Errors =>
  reasons.map((reason) => ({ field: reason.field ?? '', text: explain(reason, language).title }));

export type Attempt<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: Errors };

/** Reads the form and does the act. What the person can mend comes back as errors; the rest goes on to the problem page. */
export const attempt = async <Dto extends object, T>(
  Form: new () => Dto,
  body: Body,
  language: Language,
  act: (dto: Dto) => Promise<T>,
): Promise<Attempt<T>> => {
  const parsed = parse(Form, body);
  if (!parsed.ok) return { ok: false, errors: refusedErrors(parsed.errors, language) };
  try {
    return { ok: true, value: await act(parsed.value) };
  } catch (error) {
    if (error instanceof Problem && error.status === 422 && error.reasons.some(({ field }) => field)) {
      return { ok: false, errors: reasonErrors(error.reasons, language) };
    }
    throw error;
  }
};

export const keyOf = (body: Body): string | undefined => (typeof body['_idempotency'] === 'string' ? body['_idempotency'] : undefined);

/** The sentence shown after an act, with its reference. */
export const doneText = (
  key: Extract<ConsultationKey, `${string}.done` | `${string}.saved` | `${string}Done`>,
  reference: string,
  language: Language,
): string => text(consultationCatalogue, language)(key, { reference });

/** The number in an address; whatever is no number leads nowhere. */
export const numberOf = (typed: string): number => (/^\d{1,6}$/.test(typed) ? Number(typed) : 0);

export const unmetOf = (reasons: readonly Reason[], language: Language): readonly Unmet[] =>
  reasons.map((reason) => {
    const said = explain(reason, language);
    return { title: said.title, steps: said.steps.map(({ text: step }) => step) };
  });
