import type { Language } from '../../kernel/actor.js';
import { text } from '../../platform/i18n/index.js';
import { differenceOf, newLanguages } from './domain/difference.js';
import { languagesOf, type NoticeContent, PRODUCT_LANGUAGES } from './domain/notice-content.js';
import { itemOf, SUMMARY_ITEMS } from './domain/notice-items.js';
import { isAnnouncement } from './inbox.repository.js';
import type { EarlierText } from './notice-content.repository.js';
import { fieldHeading, noticeParts, type NoticePart, summaryParts } from './notice-text.js';
import { headingPlace } from './translations/domain/translation.js';
import { noticesCatalogue } from './notices.catalogue.js';
import type { Announcement, NoticeKind } from './notices.repository.js';
import type { DifferenceShown, NoticeText, ReadPart } from './web/notice-document.js';

export interface Shown {
  readonly kind: NoticeKind;
  readonly toolName: string;
  readonly content: NoticeContent | Announcement;
  /** The notice before it; null where there was none. */
  readonly before: EarlierText | null;
}
export interface Reader {
  readonly language: Language;
  /** The other language that this person reads, where the register has one. */
  readonly other: string | null;
}

const isProductLanguage = (language: string): boolean => (PRODUCT_LANGUAGES as readonly string[]).includes(language);

const readPart =
  (content: NoticeContent, language: string, reader: Language) =>
  ({ field, heading, text: written }: NoticePart): ReadPart => {
    const translated = content.texts[language]?.[headingPlace(field)]?.trim();
    if (translated) return { heading: translated, text: written };
    return { heading, headingLanguage: language === reader ? undefined : reader, text: written };
  };

/** The two layers in one language. A notice from before there were short texts shows the five items in full first. */
const layers = (content: NoticeContent, language: string, reader: Language): Pick<NoticeText, 'summary' | 'rest'> => {
  const read = readPart(content, language, reader);
  const short = summaryParts(content, language, reader);
  const full = noticeParts(content, language, reader);
  if (short.length > 0) return { summary: short.map(read), rest: full.map(read) };
  return {
    summary: SUMMARY_ITEMS.flatMap((item) => full.filter(({ field }) => itemOf(field) === item)).map(read),
    rest: full.filter(({ field }) => !SUMMARY_ITEMS.includes(itemOf(field))).map(read),
  };
};

/** Compared in the reader's language where both notices are in it, else in Dutch or English. */
const differenceShown = (before: EarlierText, content: NoticeContent, language: string, reader: Language): DifferenceShown => {
  const both = before.content.texts[language] !== undefined && content.texts[language] !== undefined;
  const compared = both ? language : reader;
  return {
    since: before.number,
    language: compared,
    rows: differenceOf(before.content, content, compared).map(({ field, ...row }) => ({ ...row, what: fieldHeading(field, reader) })),
    languages: newLanguages(before.content, content),
  };
};

const titleOf = (kind: NoticeKind, toolName: string, reader: Language): string =>
  text(noticesCatalogue, reader)(kind === 'change' ? 'mine.kind.change' : 'mine.kind.notice', { tool: toolName });

/** A notice for one reader: in the language that they read best, with the others beside it. */
export const noticeText = ({ kind, toolName, content, before }: Shown, reader: Reader): NoticeText => {
  if (isAnnouncement(content)) {
    const { title, body } = content.texts[reader.language] ?? { title: toolName, body: '' };
    return { title, language: reader.language, summary: [], rest: [{ heading: '', text: body }], difference: null, others: [] };
  }
  const languages = languagesOf(content);
  const first = reader.other && !isProductLanguage(reader.other) && languages.includes(reader.other) ? reader.other : reader.language;
  return {
    title: titleOf(kind, toolName, reader.language),
    language: first,
    ...layers(content, first, reader.language),
    difference: kind === 'change' && before ? differenceShown(before, content, first, reader.language) : null,
    others: languages
      .filter((language) => language !== first)
      .map((language) => ({ language, ...layers(content, language, reader.language) })),
  };
};

/** The same in one language only, for paper. */
export const noticeTextIn = (shown: Shown, language: string, reader: Language): NoticeText => ({
  ...noticeText(shown, { language: reader, other: language }),
  others: [],
});
