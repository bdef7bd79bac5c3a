import type { Language } from '../../../kernel/actor.js';
import { text, type Text } from '../../../platform/i18n/index.js';
import type { Dossier } from '../../../policy/index.js';
import type { AttachedAdvice } from '../attachments.js';
import { wordsIn } from './brief.js';
import { onePagerCatalogue, type OnePagerKey } from './one-pager.catalogue.js';
import { answersOf } from './regulator-questions.js';
import { sectionsOf } from './sections.js';

export interface OnePagerCapability {
  readonly code: string;
  readonly can: boolean | null;
  readonly on: boolean | null;
  readonly reach: string | null;
}
export interface OnePagerInput {
  readonly toolName: string;
  readonly number: number;
  readonly fingerprint: string;
  readonly dossier: Dossier;
  readonly capabilities: readonly OnePagerCapability[];
  readonly enforcement: 'native' | 'attested';
  readonly peopleInScope: number;
  readonly advice: AttachedAdvice | null;
}
/** The words for a value of an attribute, as the tools feature has them. */
export type Label = (attribute: string, value: string, language: Language) => string;

export interface OnePagerTable {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}
export interface OnePagerSection {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly table?: OnePagerTable;
}
export interface OnePager {
  readonly language: Language;
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly OnePagerSection[];
  readonly questions: { readonly heading: string; readonly rows: readonly (readonly [string, string])[] };
}
export interface Writer {
  readonly t: Text<OnePagerKey>;
  readonly language: Language;
  label(attribute: string, value: string): string;
}

export const MOST_WORDS = 600;

/** The plan on one page, made from the version and from nothing else. Whatever somebody wrote is cut short; the dossier has the rest. */
export const onePager = (input: OnePagerInput, label: Label, language: Language): OnePager => {
  const t = text(onePagerCatalogue, language);
  const writer: Writer = { t, language, label: (attribute, value) => label(attribute, value, language) };
  return {
    language,
    title: t('title', { tool: input.toolName }),
    lead: t('lead', { number: input.number }),
    sections: sectionsOf(input, writer),
    questions: { heading: t('questions.heading'), rows: answersOf(input, writer) },
  };
};

export const wordsOf = (page: OnePager): number =>
  [
    page.title,
    page.lead,
    page.questions.heading,
    ...page.questions.rows.flat(),
    ...page.sections.flatMap(({ heading, lines, table }) => [heading, ...lines, ...(table ? [...table.head, ...table.rows.flat()] : [])]),
  ].reduce((words, piece) => words + wordsIn(piece), 0);
