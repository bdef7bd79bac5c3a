import type { Day } from '../../../kernel/clock.js';
import { sameDateAfter } from '../../../policy/index.js';

/** The first day of the quarter that a day lies in. */
export const quarterOf = (day: Day): Day =>
  `${day.slice(0, 5)}${String(Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`;
export const nextQuarter = (quarter: Day): Day => sameDateAfter(quarter, 3);

/** What is published of a quarter: what came in once it is over, how it ended once the next one is over too. Each is counted once and stays. */
const PARTS = ['received', 'outcomes'] as const;
export type Part = (typeof PARTS)[number];
const WAITS: Readonly<Record<Part, number>> = { received: 1, outcomes: 2 };

export interface DuePart {
  readonly quarter: Day;
  readonly part: Part;
}
/** So many quarters back are caught up with at once. */
const MOST = 40;

/** The parts of quarters since `first` that can be published today. */
export const dueParts = (first: Day, today: Day): readonly DuePart[] => {
  const due: DuePart[] = [];
  let quarter = quarterOf(first);
  for (let count = 0; count < MOST && quarter <= today; count += 1) {
    for (const part of PARTS) {
      const opensOn = Array.from({ length: WAITS[part] }).reduce<Day>((day) => nextQuarter(day), quarter);
      if (opensOn <= today) due.push({ quarter, part });
    }
    quarter = nextQuarter(quarter);
  }
  return due;
};
