import { type Band, bandOf } from '../../../kernel/bands.js';

/** What is printed of a group: never an exact number of people. */
export type Figure =
  | { readonly kind: 'share'; readonly percent: number; readonly edge: 'under' | 'over' | null }
  | { readonly kind: 'total'; readonly about: number; readonly edge: 'under' | null };
/** What was counted for a group in one period. */
export interface Counted {
  readonly size: number;
  /** Distinct people. */
  readonly people: number;
  readonly total: number;
}
export type Shown = Figure['kind'];

/** One person of a group of ten is ten percent: nobody and one, and everybody and all but one, read the same. */
const shareOf = ({ people, size }: Counted): Figure => {
  const exact = size === 0 ? 0 : people / size;
  if (people <= 1 || exact < 0.1) return { kind: 'share', percent: 0, edge: 'under' };
  if (people >= size - 1 || exact > 0.9) return { kind: 'share', percent: 100, edge: 'over' };
  return { kind: 'share', percent: Math.round(exact * 20) * 5, edge: null };
};

const LEAST_TOTAL = 10;
/** Two figures, and never finer than five. */
const totalOf = ({ total }: Counted): Figure => {
  if (total < LEAST_TOTAL) return { kind: 'total', about: LEAST_TOTAL, edge: 'under' };
  const step = Math.max(5, 10 ** (Math.floor(Math.log10(total)) - 1));
  return { kind: 'total', about: Math.round(total / step) * step, edge: null };
};

export const figureOf = (shown: Shown, counted: Counted): Figure => (shown === 'share' ? shareOf(counted) : totalOf(counted));

/** Where a figure stands among the figures of its kind: a larger count never ranks lower. */
const rankOf = (figure: Figure): number => {
  if (figure.kind === 'share') return figure.percent;
  return figure.edge === 'under' ? 0 : figure.about;
};
const lies = (rank: number, among: readonly number[]): boolean => rank >= Math.min(...among) && rank <= Math.max(...among);

/** What would be told of the same group with one person more or fewer, in number and in what they did. */
const withOneMoreOrFewer = ({ size, people, total }: Counted): readonly Counted[] => {
  const ofOne = total / Math.max(1, size);
  return [-1, 0, 1].flatMap((more) =>
    [-1, 0, 1].map((larger) => {
      const of = Math.max(1, size + larger);
      return { size: of, people: Math.min(of, Math.max(0, people + more)), total: Math.max(0, total + more * ofOne) };
    }),
  );
};

export interface Settled {
  readonly figure: Figure;
  readonly size: Band;
}

/** Nothing or nearly nothing, everybody or all but one. */
const isExtreme = (shown: Shown, { people, size, total }: Counted): boolean =>
  shown === 'share' ? people <= 1 || people >= size - 1 : total < LEAST_TOTAL / 2;

const keepsFigure = (shown: Shown, told: Figure, counted: Counted, near: readonly Counted[]): boolean => {
  if (isExtreme(shown, counted) && told.edge !== figureOf(shown, counted).edge) return false;
  return lies(
    rankOf(told),
    near.map((one) => rankOf(figureOf(shown, one))),
  );
};

/**
 * What is told of a group after what was told of the period before. One person who comes, leaves or objects does not shift a figure or a size: what was
 * told stays as long as one person more or fewer could be told that way. Two things keep it from telling more than it hides: it looks back at what was
 * told, never at what was counted; and nobody or one, and everybody or all but one, are always told as the edge they are, so that no edge is ever one
 * count wide. `null` before: not known, so it is told anew.
 */
const settled = (shown: Shown, told: Settled | null, counted: Counted): Settled => {
  const near = withOneMoreOrFewer(counted);
  const sizes = near.map(({ size }) => bandOf(size).from);
  return {
    figure: told && keepsFigure(shown, told.figure, counted, near) ? told.figure : figureOf(shown, counted),
    size: told && lies(told.size.from, sizes) ? told.size : bandOf(counted.size),
  };
};

/** The figures of one group over consecutive periods; `null` where it is not known. `kept`: as it was told of that period before. */
export const settledFigures = (
  shown: Shown,
  periods: readonly (Counted | null)[],
  kept: (at: number) => Settled | undefined = () => undefined,
): readonly (Settled | null)[] => {
  let told: Settled | null = null;
  return periods.map((counted, at) => {
    told = counted && (kept(at) ?? settled(shown, told, counted));
    return told;
  });
};
