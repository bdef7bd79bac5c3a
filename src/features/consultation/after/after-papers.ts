import type { Language } from '../../../kernel/actor.js';
import type { Day } from '../../../kernel/clock.js';
import { formatDay, formatNumber, text, type Text } from '../../../platform/i18n/index.js';
import type { PdfBlock, PdfDocument } from '../../../platform/pdf/index.js';
import { type AfterPapersKey, afterPapersCatalogue } from './after-papers.catalogue.js';

export interface AfterPen {
  readonly t: Text<AfterPapersKey>;
  readonly day: (day: Day) => string;
  readonly number: (typed: string) => string;
}
const penIn = (language: Language): AfterPen => ({
  t: text(afterPapersCatalogue, language),
  day: (day) => formatDay(day, language),
  number: (typed) => formatNumber(Number(typed), language),
});

export type Titled = Extract<AfterPapersKey, `title.${string}`>;
interface Head {
  readonly title: Titled;
  readonly toolName: string;
  readonly reference: string;
  readonly fingerprint: string;
}

/** One paper in both languages: Dutch first, English after it, one fingerprint for all who get it. */
export const afterPaper = (
  { title, toolName, reference, fingerprint }: Head,
  write: (pen: AfterPen) => readonly PdfBlock[],
): PdfDocument => {
  const [nl, en] = [penIn('nl'), penIn('en')];
  return {
    language: 'nl',
    title: nl.t(title, { tool: toolName }),
    blocks: write(nl),
    translation: { language: 'en', title: en.t(title, { tool: toolName }), blocks: write(en) },
    reference,
    fingerprint,
  };
};

export const factRow = (
  pen: AfterPen,
  key: Extract<AfterPapersKey, `fact.${string}` | 'letter.date' | 'letter.about'>,
  value: string,
): readonly [string, string] => [pen.t(key), value];

export interface LetterFacts {
  readonly toolName: string;
  readonly why: 'told' | 'apparent';
  readonly startedOn: Day;
  readonly lastDay: Day;
  readonly decidedOn: Day | null;
  readonly reason: string;
  readonly writtenOn: Day;
}

/** The letter to the employer, line by line. Whether it is in time is for the court; a late one says that it is late. */
const letterLines = (pen: AfterPen, letter: LetterFacts): readonly string[] => {
  const { t, day } = pen;
  const { toolName: tool, decidedOn } = letter;
  return [
    t('letter.opening'),
    t('letter.invoke', { tool }),
    t(`letter.${letter.why}`, { date: day(letter.startedOn) }),
    t('letter.term', { date: day(letter.lastDay) }),
    ...(letter.writtenOn > letter.lastDay ? [t('letter.late')] : []),
    t('letter.why'),
    letter.reason,
    t('letter.stop', { tool }),
    decidedOn ? t('letter.decided', { date: day(decidedOn) }) : t('letter.undecided'),
  ];
};

const letterBlocks = (pen: AfterPen, letter: LetterFacts): readonly PdfBlock[] => [
  { kind: 'text', text: pen.t('letter.to') },
  { kind: 'text', text: pen.t('letter.from') },
  {
    kind: 'facts',
    rows: [
      factRow(pen, 'letter.date', pen.day(letter.writtenOn)),
      factRow(pen, 'letter.about', pen.t('title.nullity.invoked', { tool: letter.toolName })),
    ],
  },
  ...letterLines(pen, letter).map((line) => ({ kind: 'text', text: line }) as const),
  { kind: 'text', text: pen.t('letter.closing') },
  { kind: 'text', text: pen.t('letter.sign') },
  { kind: 'text', text: pen.t('letter.sign') },
];

export const nullityLetter = (letter: LetterFacts, reference: string, fingerprint: string): PdfDocument =>
  afterPaper({ title: 'title.nullity.invoked', toolName: letter.toolName, reference, fingerprint }, (pen) => letterBlocks(pen, letter));

/** The letter as it stands on the page, in one language. */
export const letterOnPage = (letter: LetterFacts, language: Language): readonly string[] => letterLines(penIn(language), letter);
