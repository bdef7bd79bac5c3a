import type { Language } from '../../../kernel/actor.js';
import { ABBREVIATIONS, BELITTLING, HARD_WORDS, INFORMAL } from './plain-words.catalogue.js';

const HINT_KINDS = ['long_sentence', 'long_paragraph', 'hard_word', 'informal', 'belittling', 'abbreviation', 'not_translated'] as const;
export type HintKind = (typeof HINT_KINDS)[number];

/** Something that could be plainer. It stops nothing: HR decides. */
export interface Hint {
  readonly kind: HintKind;
  /** The words it is about. */
  readonly found: string;
  /** What could stand there. */
  readonly instead?: string;
}

export const MOST_WORDS: Readonly<Record<Language, number>> = { nl: 15, en: 18 };
export const MOST_SENTENCES = 6;
const MOST_HINTS = 20;
const SHOWN = 60;
/** Fewer words than this are the same in two languages by chance. */
const TELLING = 4;

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const WORD_EDGE = '(?<![\\p{L}\\p{N}])';
const WORD_END = '(?![\\p{L}\\p{N}])';
const matcher = (words: readonly string[], flags = 'giu'): RegExp | null =>
  words.length === 0
    ? null
    : new RegExp(
        `${WORD_EDGE}(?:${[...words]
          .sort((a, b) => b.length - a.length)
          .map(escaped)
          .join('|')})${WORD_END}`,
        flags,
      );

const MATCHERS = {
  nl: { hard: matcher(Object.keys(HARD_WORDS.nl)), small: matcher(BELITTLING.nl), informal: matcher(INFORMAL.nl) },
  en: { hard: matcher(Object.keys(HARD_WORDS.en)), small: matcher(BELITTLING.en), informal: matcher(INFORMAL.en) },
};
const every = (pattern: RegExp | null, text: string): readonly string[] => {
  if (!pattern) return [];
  return [...new Set([...text.matchAll(pattern)].map(([found]) => found))];
};

const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
const shown = (text: string): string => (text.length <= SHOWN ? text : `${text.slice(0, text.lastIndexOf(' ', SHOWN))} …`);
const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^- /, '').trim())
    .filter(Boolean);
/** A sentence ends at a stop before a space, and at a colon or semicolon that begins a list. "art. 6" and a leading "1. " end none. */
const sentencesOf = (line: string): readonly string[] =>
  line.split(/(?<=[.!?;:]["”’)]?)(?<!\b(?:art|lid|nr|bv|mr|dr|e\.g|i\.e|ca)\.)(?<!^\d{1,2}\.)\s+/u);

const longSentences = (text: string, language: Language): readonly Hint[] =>
  linesOf(text)
    .flatMap(sentencesOf)
    .filter((sentence) => wordsIn(sentence) > MOST_WORDS[language])
    .map((sentence) => ({ kind: 'long_sentence', found: shown(sentence) }));

const longParagraphs = (text: string): readonly Hint[] =>
  linesOf(text)
    .filter((line) => sentencesOf(line).length > MOST_SENTENCES)
    .map((line) => ({ kind: 'long_paragraph', found: shown(line) }));

const words = (text: string, language: Language): readonly Hint[] => {
  const { hard, small, informal } = MATCHERS[language];
  return [
    ...every(hard, text).map((found): Hint => ({ kind: 'hard_word', found, instead: HARD_WORDS[language][found.toLowerCase()] })),
    ...every(informal, text).map((found): Hint => ({ kind: 'informal', found, instead: 'u' })),
    ...every(small, text).map((found): Hint => ({ kind: 'belittling', found })),
  ];
};

const abbreviations = (text: string, language: Language, whole: string): readonly Hint[] =>
  Object.entries(ABBREVIATIONS[language])
    .filter(([short, full]) => every(matcher([short], 'gu'), text).length > 0 && !whole.toLowerCase().includes(full.toLowerCase()))
    .map(([found, instead]) => ({ kind: 'abbreviation', found, instead }));

/** A plain word: no name, number, abbreviation or address. */
const PLAIN = /^\p{Ll}[\p{Ll}’'-]*$/u;
const plainWords = (text: string): readonly string[] =>
  text.split(/\s+/).map((word) => {
    const bare = word.replace(/^[“"(‘]+|[.,;:!?)”"’]+$/gu, '');
    return PLAIN.test(bare) ? bare : '';
  });
const runsOf = (words: readonly string[]): readonly string[] =>
  words.flatMap((_word, at) => {
    const run = words.slice(at, at + TELLING);
    return run.length === TELLING && run.every(Boolean) ? [run.join(' ')] : [];
  });

/** Lines that share a run of plain words with the text that they are translated from. */
const untranslated = (text: string, other: string): readonly Hint[] => {
  const known = new Set(linesOf(other).flatMap((line) => runsOf(plainWords(line))));
  return linesOf(text)
    .filter((line) => runsOf(plainWords(line)).some((run) => known.has(run)))
    .map((line) => ({ kind: 'not_translated', found: shown(line) }));
};

interface Around {
  /** The same text in the language that it is translated from. */
  readonly source?: string;
  /** All of what it is part of: an abbreviation is explained once. */
  readonly whole?: string;
}

/** What could be plainer in a text. */
export const hintsOn = (text: string, language: Language, { source = '', whole = text }: Around = {}): readonly Hint[] =>
  [
    ...untranslated(text, source),
    ...longSentences(text, language),
    ...longParagraphs(text),
    ...words(text, language),
    ...abbreviations(text, language, whole),
  ].slice(0, MOST_HINTS);
