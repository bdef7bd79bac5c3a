import type { Language } from '../../../kernel/actor.js';
import { text, type Text } from '../../../platform/i18n/index.js';
import type { Dossier, Enforcement } from '../../../policy/index.js';
import { plainName } from '../../tools/index.js';
import type { AttachedAdvice } from '../attachments.js';
import { brief, wordsIn } from './brief.js';
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
  readonly enforcement: Enforcement;
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
  /** The words for a value of an attribute. */
  readonly label: (attribute: string, value: string) => string;
  /** What somebody wrote, cut to so many words (more when the page has room). */
  readonly cut: (written: string | null | undefined, words: number) => string;
  /** The plain words for a code that somebody typed. */
  readonly plain: (code: string | null | undefined) => string;
}

export const MOST_WORDS = 600;
/** How far texts may run, from roomy to tight: the first that fits on one page is taken. */
const ROOM = [5, 3, 2, 1.4, 1, 0.7] as const;
const TIGHTEST = 0.3;

const writerOf = (label: Label, language: Language, room: number): Writer => {
  const cut = (written: string | null | undefined, words: number): string => brief(written, Math.round(words * room));
  return {
    t: text(onePagerCatalogue, language),
    language,
    label: (attribute, value) => brief(label(attribute, value, language), 10),
    cut,
    plain: (code) => brief(plainName(code ?? '', language), 4),
  };
};

const written = (input: OnePagerInput, w: Writer): OnePager => ({
  language: w.language,
  title: w.t('title', { tool: brief(input.toolName, 10) }),
  lead: w.t('lead', { number: input.number }),
  sections: sectionsOf(input, w),
  questions: { heading: w.t('questions.heading'), rows: answersOf(input, w) },
});

/** The plan on one page, made from the version and from nothing else. Long texts are cut until it fits; the dossier has the rest. */
export const onePager = (input: OnePagerInput, label: Label, language: Language): OnePager => {
  for (const room of ROOM) {
    const page = written(input, writerOf(label, language, room));
    if (wordsOf(page) <= MOST_WORDS) return page;
  }
  return written(input, writerOf(label, language, TIGHTEST));
};

export const wordsOf = (page: OnePager): number =>
  [
    page.title,
    page.lead,
    page.questions.heading,
    ...page.questions.rows.flat(),
    ...page.sections.flatMap(({ heading, lines, table }) => [heading, ...lines, ...(table ? [...table.head, ...table.rows.flat()] : [])]),
  ].reduce((words, piece) => words + wordsIn(piece), 0);
