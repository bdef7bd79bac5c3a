import type { Language } from '../../kernel/actor.js';
import { explain, parse } from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import type { FieldError } from '../../platform/ui/index.js';
import { said, tried } from '../people/index.js';
import { individualCatalogue } from './individual.catalogue.js';

export type Body = Record<string, unknown>;
type Attempt<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: readonly FieldError[] };

export const keyIn = (body: Body): string | undefined => (typeof body['_idempotency'] === 'string' ? body['_idempotency'] : undefined);

/** What was typed, to show it again beside its mistakes. */
export const typedIn = (body: Body): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));

const OWN = ['tool', 'staffNumber', 'reason', 'text', 'person', 'password', 'how', 'doneOn'] as const;
const ownWords = (field: string, language: Language): FieldError | null => {
  const own = OWN.find((name) => name === field);
  return own ? { field, text: text(individualCatalogue, language)(`error.${own}`) } : null;
};

/** Reads the form and does the act. What the person can mend comes back as errors; everything else is thrown on. */
export const tryForm = async <Dto extends object, T>(
  Form: new () => Dto,
  body: Body,
  language: Language,
  act: (dto: Dto) => Promise<T>,
): Promise<Attempt<T>> => {
  const parsed = parse(Form, body);
  if (!parsed.ok) {
    const fields = [...new Set(parsed.errors.map(({ field }) => field))];
    return { ok: false, errors: fields.map((field) => ownWords(field, language) ?? { field, text: field }) };
  }
  const done = await tried(() => act(parsed.value));
  if (done.ok) return done;
  const isOurs = (code: string): boolean => code.startsWith('individual.');
  return {
    ok: false,
    errors: done.mistakes.flatMap((mistake) =>
      isOurs(mistake.code) ? [{ field: mistake.field, text: explain(mistake, language).title }] : said([mistake], language),
    ),
  };
};
