import type { Language } from '../../kernel/actor.js';
import { Problem } from '../../kernel/problem.js';
import { explain, parse } from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import type { FieldError } from '../../platform/ui/index.js';
import { objectionsCatalogue } from './objections.catalogue.js';

export type Body = Record<string, unknown>;
export type Attempt<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: readonly FieldError[] };

const fieldErrors = (errors: readonly { readonly field: string; readonly code: string }[], language: Language): readonly FieldError[] => {
  const t = text(objectionsCatalogue, language);
  const fields = [...new Set(errors.map(({ field }) => field))];
  return fields.map((field) => ({
    field,
    text: t(errors.some((error) => error.field === field && error.code === 'isIn') ? 'case.choose' : 'case.needed'),
  }));
};

/** Reads the form and does the act. What the person can mend comes back beside its field; the rest goes on to the problem page. */
export const attempt = async <Dto extends object, T>(
  Form: new () => Dto,
  body: Body,
  language: Language,
  act: (dto: Dto) => Promise<T>,
): Promise<Attempt<T>> => {
  const parsed = parse(Form, body);
  if (!parsed.ok) return { ok: false, errors: fieldErrors(parsed.errors, language) };
  try {
    return { ok: true, value: await act(parsed.value) };
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 422 || error.reasons.some(({ field }) => !field)) throw error;
    return { ok: false, errors: error.reasons.map((reason) => ({ field: reason.field ?? '', text: explain(reason, language).title })) };
  }
};
