import type { Language } from '../../kernel/actor.js';
import { text } from '../../platform/i18n/index.js';
import { valueLabel } from '../tools/index.js';
import type { NoticeContent } from './domain/notice-content.js';
import { fieldsOf, itemOf, type NoticeField, purposeOf, summaryFields } from './domain/notice-items.js';
import { itemCatalogue, noticesCatalogue } from './notices.catalogue.js';

/** The heading over one text of a notice. */
export const fieldHeading = (field: NoticeField, language: Language): string => {
  const item = text(itemCatalogue, language)(itemOf(field));
  const purpose = purposeOf(field);
  if (purpose === null) return item;
  return text(noticesCatalogue, language)('draft.purpose', { item, purpose: valueLabel('purposes[].code', purpose, language) });
};

export interface NoticePart {
  readonly field: NoticeField;
  readonly heading: string;
  readonly text: string;
}

/** The parts of a notice that have text in that language, in order; headings in Dutch or English. */
export const noticeParts = (content: NoticeContent, textLanguage: string, language: Language): readonly NoticePart[] =>
  fieldsOf(content.items, content.purposes).flatMap((field) => {
    const written = content.texts[textLanguage]?.[field]?.trim();
    return written ? [{ field, heading: fieldHeading(field, language), text: written }] : [];
  });

/** The short texts that come first. A notice from before there were any has none. */
export const summaryParts = (content: NoticeContent, textLanguage: string, language: Language): readonly NoticePart[] =>
  summaryFields(content.items).flatMap((field) => {
    const written = content.texts[textLanguage]?.[field]?.trim();
    return written ? [{ field, heading: fieldHeading(field, language), text: written }] : [];
  });

/** A whole notice as plain text, for the papers that the council gets. */
export const noticeAsText = (content: NoticeContent, language: Language): string =>
  noticeParts(content, language, language)
    .map((part) => `${part.heading}\n${part.text}`)
    .join('\n\n');
