import type { Language } from '../../kernel/actor.js';
import { PRODUCT_LANGUAGES } from './domain/notice-content.js';
import type { NoticeField } from './domain/notice-items.js';
import { hintsOn } from './plain-language/plain-language.js';
import { hintText } from './plain-language/hints.catalogue.js';

type Texts = Readonly<Record<string, string>>;
/** Hints per language, said to the reader. */
export type FieldHints = Readonly<Record<Language, readonly string[]>>;

/** What could be plainer in each place of a draft, in Dutch and English. */
export const draftHints = (
  texts: Readonly<Record<string, Texts>>,
  fields: readonly NoticeField[],
  reader: Language,
): ReadonlyMap<NoticeField, FieldHints> => {
  const whole = Object.fromEntries(PRODUCT_LANGUAGES.map((language) => [language, Object.values(texts[language] ?? {}).join('\n')]));
  const said = (field: NoticeField, language: Language): readonly string[] =>
    hintsOn(texts[language]?.[field] ?? '', language, {
      source: language === 'nl' ? '' : texts['nl']?.[field],
      whole: whole[language],
    }).map((hint) => hintText(hint, language, reader));
  return new Map(fields.map((field) => [field, { nl: said(field, 'nl'), en: said(field, 'en') }]));
};
