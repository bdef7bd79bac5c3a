import type { Language } from '../../kernel/actor.js';
import { Problem } from '../../kernel/problem.js';
import { explain, parse } from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import type { FieldError } from '../../platform/ui/index.js';
import { measurementsCatalogue } from './measurements.catalogue.js';

export type Body = Record<string, unknown>;
type Attempt<T> = { readonly ok: true; readonly done: T } | { readonly ok: false; readonly errors: readonly FieldError[] };

const ASKED = [
  'holdReason',
  'holdEndsOn',
  'purpose',
  'happenedOn',
  'lockCause',
  'lockFrom',
  'lockReason',
  'reason',
  'decision',
  'reasons',
] as const;
/** The field of a form for the field that an act names. */
const FIELD_OF: Readonly<Record<string, string>> = { endsOn: 'holdEndsOn', fromOn: 'lockFrom' };

const wordsFor = (field: string) => {
  const asked = ASKED.find((one) => one === field);
  return asked ? (`needed.${asked}` as const) : 'needed';
};

/** Reads the form and does the act. What the person can mend comes back as errors; the rest goes on to the problem page. */
export const attempt = async <Dto extends object, T>(
  Form: new () => Dto,
  body: Body,
  language: Language,
  act: (dto: Dto) => Promise<T>,
): Promise<Attempt<T>> => {
  const t = text(measurementsCatalogue, language);
  const parsed = parse(Form, body);
  if (!parsed.ok) {
    const fields = [...new Set(parsed.errors.map(({ field }) => field))];
    return { ok: false, errors: fields.map((field) => ({ field, text: t(wordsFor(field)) })) };
  }
  try {
    return { ok: true, done: await act(parsed.value) };
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 422 || !error.reasons.some(({ field }) => field)) throw error;
    const errors = error.reasons.map((reason) => ({
      field: FIELD_OF[reason.field ?? ''] ?? reason.field ?? '',
      text: explain(reason, language).title,
    }));
    return { ok: false, errors };
  }
};

/** What was typed, to show it again beside its mistakes. */
export const typedIn = (body: Body): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
