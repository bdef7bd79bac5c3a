import type { Day } from '../../../kernel/clock.js';
import { SMALLEST_GROUP_EVER } from '../../../policy/index.js';
import type { DuePart } from './quarters.js';
import { type CountedRow, receivedRows, shownOutcomes } from './safe-counts.js';

/** What is counted, with every category and every way to end that exists: what nobody came with counts as zero. */
export const KINDS = {
  objection: { categories: ['objection'], outcomes: ['upheld', 'rejected', 'withdrawn', 'open'] },
  complaint: {
    categories: [
      'no_notice',
      'excessive',
      'wrong_use',
      'access_too_wide',
      'parity',
      'covert',
      'retaliation',
      'rights_ignored',
      'security',
      'runs_without_consent',
      'other',
      'objection',
    ],
    outcomes: ['upheld', 'partly', 'not_upheld', 'referred', 'withdrawn', 'open'],
  },
  detriment: { categories: ['detriment'], outcomes: ['received'] },
} as const satisfies Readonly<Record<string, { readonly categories: readonly string[]; readonly outcomes: readonly string[] }>>;
export type Kind = keyof typeof KINDS;

/** Cases of one tool in one quarter, as their features count them. */
export interface Cell {
  readonly kind: Kind;
  readonly toolId: string | null;
  readonly quarter: Day;
  readonly category: string;
  readonly outcome: string;
  readonly cases: number;
}
export interface PublishedCell {
  readonly quarter: Day;
  readonly part: DuePart['part'];
  readonly toolId: string | null;
  readonly kind: Kind;
  readonly category: string;
  /** `all`: the number that came in. */
  readonly outcome: string;
  readonly cases: number;
}
export const ALL = 'all';

const wholeRows = (kind: Kind, cells: readonly Cell[]): readonly CountedRow[] => {
  const { categories, outcomes }: { categories: readonly string[]; outcomes: readonly string[] } = KINDS[kind];
  const known = (category: string): string => (categories.includes(category) ? category : (categories.at(-1) ?? category));
  const ended = (outcome: string): string => (outcomes.includes(outcome) ? outcome : (outcomes.at(-1) ?? outcome));
  return categories.map((category) => ({
    category,
    outcomes: Object.fromEntries(
      outcomes.map((outcome) => [
        outcome,
        cells
          .filter((cell) => known(cell.category) === category && ended(cell.outcome) === outcome)
          .reduce((total, { cases }) => total + cases, 0),
      ]),
    ),
  }));
};

const cellsOf = (due: DuePart, toolId: string | null, kind: Kind, cells: readonly Cell[]): readonly PublishedCell[] =>
  receivedRows(wholeRows(kind, cells), SMALLEST_GROUP_EVER).flatMap((row) => {
    const shown = due.part === 'received' ? { [ALL]: row.cases } : kind === 'detriment' ? {} : shownOutcomes(row, SMALLEST_GROUP_EVER);
    return Object.entries(shown).map(([outcome, cases]) => ({ ...due, toolId, kind, category: row.category, outcome, cases }));
  });

/** What may be published of these quarters. Tools and kinds stand apart: no number spans two of them. */
export const publishable = (due: readonly DuePart[], cells: readonly Cell[]): readonly PublishedCell[] =>
  due.flatMap((part) => {
    const ofQuarter = cells.filter(({ quarter }) => quarter === part.quarter);
    return [...new Set(ofQuarter.map(({ toolId }) => toolId))].flatMap((toolId) =>
      (Object.keys(KINDS) as Kind[]).flatMap((kind) =>
        cellsOf(
          part,
          toolId,
          kind,
          ofQuarter.filter((cell) => cell.toolId === toolId && cell.kind === kind),
        ),
      ),
    );
  });
