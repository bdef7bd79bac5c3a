import type { Language } from '../../../kernel/actor.js';
import { type NoticeContent, PRODUCT_LANGUAGES } from '../domain/notice-content.js';
import { applicableItems, isShort, itemOf, placesOf, purposeCodes, purposeOf, type NoticeField } from '../domain/notice-items.js';
import { LAW_ITEMS, purposeText, retentionText } from './law-items.js';
import { PRACTICE_ITEMS } from './practice-items.js';
import type { NoticeSource } from './source.js';
import { shortText } from './summary-items.js';
import { wordsFor, type Words } from './words.js';

const proposeField = (words: Words, field: NoticeField): string => {
  const item = itemOf(field);
  const purpose = purposeOf(field);
  if (isShort(field)) return shortText(words, item);
  if (purpose !== null) return item === 'N03' ? purposeText(words, purpose) : retentionText(words, purpose);
  return (LAW_ITEMS[item] ?? PRACTICE_ITEMS[item])?.(words) ?? '';
};

const proposeIn = (source: NoticeSource, fields: readonly NoticeField[], language: Language): Readonly<Record<NoticeField, string>> => {
  const words = wordsFor(source, language);
  return Object.fromEntries(fields.map((field) => [field, proposeField(words, field)]));
};

/** A whole notice in Dutch and English, made from the version alone. A text stays empty where the dossier does not tell yet. */
export const proposeNotice = (source: NoticeSource): NoticeContent => {
  const items = applicableItems(source.dossier, source.decision !== null);
  const purposes = purposeCodes(source.dossier);
  const fields = placesOf(items, purposes);
  const texts = Object.fromEntries(PRODUCT_LANGUAGES.map((language) => [language, proposeIn(source, fields, language)]));
  return { items, purposes, texts, reviewed: [] };
};
