import type { Json } from '../../../kernel/canonical.js';
import type { FactKind } from './facts.js';

export type AnswerRead = { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly code: string };

const MOST_PEOPLE = 1_000_000;
const LONGEST: Readonly<Record<'text' | 'long_text', number>> = { text: 200, long_text: 10_000 };
const MOST_LANGUAGES = 30;

const no = (code: string): AnswerRead => ({ ok: false, code });
const yes = (value: Json): AnswerRead => ({ ok: true, value });

const readInteger = (typed: string): AnswerRead => {
  const plain = typed.replace(/[.\s]/g, '');
  return /^\d{1,7}$/.test(plain) && Number(plain) <= MOST_PEOPLE ? yes(Number(plain)) : no('fact.integer');
};

const readLanguages = (typed: string): AnswerRead => {
  const codes = [
    ...new Set(
      typed
        .toLowerCase()
        .split(/[\s,;]+/)
        .filter(Boolean),
    ),
  ].sort();
  return codes.length > 0 && codes.length <= MOST_LANGUAGES && codes.every((code) => /^[a-z]{2}$/.test(code))
    ? yes(codes)
    : no('fact.languages');
};

const readText = (typed: string, longest: number): AnswerRead => {
  if (typed.length > longest) return no('maxLength');
  return /\p{Cc}/u.test(typed.replace(/[\r\n\t]/g, '')) ? no('cell.control') : yes(typed);
};

const readers: Readonly<Record<FactKind, (typed: string) => AnswerRead>> = {
  integer: readInteger,
  boolean: (typed) => (typed === 'yes' || typed === 'no' ? yes(typed === 'yes') : no('fact.choice')),
  languages: readLanguages,
  powers: (typed) => (typed === 'kl' || typed === 'none' ? yes(typed === 'kl' ? ['kl'] : []) : no('fact.choice')),
  text: (typed) => readText(typed, LONGEST.text),
  long_text: (typed) => readText(typed, LONGEST.long_text),
};

/** What was typed in a fact's one field, as the value of its kind. */
export const readAnswer = (kind: FactKind, typed: string): AnswerRead => readers[kind](typed.trim());

/** A value as the form shows it again. */
export const typedAnswer = (kind: FactKind, value: Json): string => {
  if (value === null) return '';
  if (kind === 'boolean') return value === true ? 'yes' : 'no';
  if (Array.isArray(value)) return kind === 'powers' && value.length === 0 ? 'none' : value.join(', ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};
