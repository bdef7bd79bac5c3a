import type { Day } from '../../../kernel/clock.js';
import { sameDateAfter } from '../../../policy/index.js';

export interface QuarterOfTool {
  /** Objections that came in during the quarter. */
  readonly objections: number;
  /** Objections that were upheld during the quarter. */
  readonly upheld: number;
  /** The people in scope of the tool. */
  readonly inScope: number;
}

const FROM = 5;
const PERCENT = 5;

/** A review with the council: at least five objections and five percent of the people in scope, or five upheld. */
export const opensReview = ({ objections, upheld, inScope }: QuarterOfTool): boolean =>
  upheld >= FROM || (objections >= FROM && objections * 100 >= inScope * PERCENT);

/** The first day of the last quarter that is over on `today`. */
export const lastQuarter = (today: Day): Day => {
  const month = Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1;
  return sameDateAfter(`${today.slice(0, 5)}${String(month).padStart(2, '0')}-01`, -3);
};

export const COURSES = ['keep', 'change', 'stop'] as const;
export type Course = (typeof COURSES)[number];
export const VIEWS = ['enough', 'not_enough'] as const;
export type View = (typeof VIEWS)[number];

export interface ReviewAct {
  readonly kind: 'proposal' | 'view';
  readonly course: Course | View;
  readonly text: string;
  readonly byRole: string;
  readonly at: Date;
}
export interface ReviewState {
  readonly isOpen: boolean;
  /** Whose turn it is. */
  readonly turn: 'employer' | 'council' | 'nobody';
}

/** The employer says what it does; the council says whether that is enough. It ends when the council says yes. */
export const reviewState = (acts: readonly Pick<ReviewAct, 'kind' | 'course'>[]): ReviewState => {
  const last = acts.at(-1);
  if (last?.course === 'enough') return { isOpen: false, turn: 'nobody' };
  return { isOpen: true, turn: last?.kind === 'proposal' ? 'council' : 'employer' };
};
