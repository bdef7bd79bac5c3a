import type { Dossier } from '../../../policy/index.js';
import { fieldOf, fieldsOf, type NoticeField, type NoticeItem, placesOf } from './notice-items.js';

/** What the texts of a notice are: per language, per field. */
export type NoticeTexts = Readonly<Record<string, Readonly<Record<NoticeField, string>>>>;

/** The languages that every notice is written in. */
export const PRODUCT_LANGUAGES = ['nl', 'en'] as const;

/** A notice as it is drafted, published and read. `items` and `purposes` are those of the dossier that it was written for. */
export interface NoticeContent {
  readonly items: readonly NoticeItem[];
  readonly purposes: readonly string[];
  readonly texts: NoticeTexts;
  /** Languages besides Dutch and English whose text a second person has read. */
  readonly reviewed: readonly string[];
}

const filled = (text: string | undefined): boolean => text !== undefined && text.trim() !== '';

/** Dutch, English, and every other language with a text that was read by a second person. */
export const languagesOf = ({ texts, reviewed }: NoticeContent): readonly string[] => [
  ...PRODUCT_LANGUAGES,
  ...reviewed.filter((language) => !isProductLanguage(language) && Object.values(texts[language] ?? {}).some(filled)).sort(),
];
const isProductLanguage = (language: string): boolean => (PRODUCT_LANGUAGES as readonly string[]).includes(language);

/** A field counts when its text is not empty in every language of the notice. */
export const fieldCounts = (content: NoticeContent, field: NoticeField): boolean =>
  languagesOf(content).every((language) => filled(content.texts[language]?.[field]));

const itemCounts = (content: NoticeContent, item: NoticeItem): boolean => {
  const fields = fieldsOf([item], content.purposes);
  return fields.length > 0 && fields.every((field) => fieldCounts(content, field));
};

const languagesWithText = (content: NoticeContent): readonly string[] =>
  languagesOf(content).filter((language) => Object.values(content.texts[language] ?? {}).some(filled));

type StatedFacts = Pick<
  NonNullable<Dossier['notice']>,
  'contentItems' | 'purposes' | 'retentionStatedFor' | 'languages' | 'objectionSeparate'
>;

/** The facts of the dossier that a notice's texts prove. */
export const statedFacts = (content: NoticeContent): StatedFacts => {
  const contentItems = content.items.filter((item) => itemCounts(content, item));
  return {
    contentItems,
    purposes: content.purposes.filter((purpose) => fieldCounts(content, fieldOf('N03', purpose))),
    retentionStatedFor: content.purposes.filter((purpose) => fieldCounts(content, fieldOf('N08', purpose))),
    languages: languagesWithText(content),
    objectionSeparate: contentItems.includes('N10'),
  };
};

/** The required places, the summary's among them, that are still empty in some language, so that a form can point at them. */
export const emptyFields = (content: NoticeContent, required: readonly NoticeItem[]): readonly { language: string; field: NoticeField }[] =>
  languagesOf(content).flatMap((language) =>
    placesOf(required, content.purposes)
      .filter((field) => !filled(content.texts[language]?.[field]))
      .map((field) => ({ language, field })),
  );
