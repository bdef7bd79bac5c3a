import type { Language } from '../../kernel/actor.js';
import { Problem } from '../../kernel/problem.js';
import { explain, parse } from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import type { FieldError } from '../../platform/ui/index.js';
import { rightsCatalogue } from './rights.catalogue.js';

export type Body = Record<string, unknown>;
export type Attempt<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: readonly FieldError[] };

const CHOICES = ['kind', 'tool', 'outcome', 'recipients', 'representative'];

/** Reads the form and does the act. What the person can mend comes back as errors; the rest goes on to the problem page. */
export const attempt = async <Dto extends object, T>(
  Form: new () => Dto,
  body: Body,
  language: Language,
  act: (dto: Dto) => Promise<T>,
): Promise<Attempt<T>> => {
  const t = text(rightsCatalogue, language);
  const parsed = parse(Form, body);
  if (!parsed.ok) {
    const fields = [...new Set(parsed.errors.map(({ field }) => field))];
    return { ok: false, errors: fields.map((field) => ({ field, text: t(CHOICES.includes(field) ? 'choose' : 'needed') })) };
  }
  try {
    return { ok: true, value: await act(parsed.value) };
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 422 || !error.reasons.some(({ field }) => field)) throw error;
    return { ok: false, errors: error.reasons.map((reason) => ({ field: reason.field ?? '', text: explain(reason, language).title })) };
  }
};

/** What was typed, to show it again beside its mistakes. */
export const typedIn = (body: Body): Record<string, string> =>
  Object.fromEntries(Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
export const keyIn = (body: Body): string | undefined => typedIn(body)['_idempotency'] || undefined;
