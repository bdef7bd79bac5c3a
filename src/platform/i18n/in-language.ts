import type { Language } from '../../kernel/actor.js';

/** The address with the language in it, for pages that keep no cookie to remember it by. */
export const inLanguage = (path: string, language: Language): string => `${path}${path.includes('?') ? '&' : '?'}lang=${language}`;
