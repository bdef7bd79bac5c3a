import type { Language } from '../../kernel/actor.js';

const NAMES: Readonly<Record<Language, Intl.DisplayNames>> = {
  nl: new Intl.DisplayNames('nl-NL', { type: 'language', fallback: 'code' }),
  en: new Intl.DisplayNames('en-GB', { type: 'language', fallback: 'code' }),
};

/** The name of a language in the reader's own: "Pools", "Polish". A code that no list knows stays as it is. */
export const languageName = (code: string, reader: Language): string => {
  try {
    return NAMES[reader].of(code) ?? code;
  } catch {
    return code;
  }
};
