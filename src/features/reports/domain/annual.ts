import { dayOf, daysBetween, type Day } from '../../../kernel/clock.js';
import { meetingLastDay } from '../../../policy/index.js';

/** How one request went: the day of each step, null while it was not taken. */
export interface Course {
  readonly sentOn: Day;
  readonly withdrawn: boolean;
  readonly metOn: Day | null;
  readonly decidedOn: Day | null;
  readonly decision: 'granted' | 'granted_with_conditions' | 'refused' | null;
  readonly finalOn: Day | null;
  readonly toldOn: Day | null;
  readonly activatedOn: Day | null;
}
/** A scan of a paper that was signed with a pen, which a second person compared with the paper. */
export interface SignedInYear {
  readonly requestId: string;
  readonly toolName: string;
  readonly paper: 'bundle' | 'minutes' | 'decision' | 'letter' | 'nullity';
  readonly reference: string;
  readonly side: 'council' | 'employer' | 'both';
  readonly addedOn: Day;
  readonly comparedOn: Day;
  /** The fingerprint of the scan. */
  readonly sha256: string;
}
export interface YearFacts {
  readonly year: number;
  readonly courses: readonly Course[];
  /** Stops and suspensions by cause. */
  readonly stops: readonly { readonly cause: string; readonly count: number }[];
  readonly nullities: number;
  /** The objections of that year that stand in the numbers of its quarters: a small quarter counts as none. */
  readonly objectors: number;
  readonly signed: readonly SignedInYear[];
}

const STEPS = ['meeting', 'decision', 'final', 'notice', 'activation'] as const;
export type Step = (typeof STEPS)[number];
export interface StepDays {
  readonly step: Step;
  readonly count: number;
  /** Null: no request took this step. */
  readonly median: number | null;
  readonly longest: number | null;
}
export interface Annual {
  readonly year: number;
  readonly requests: number;
  readonly withdrawn: number;
  readonly decisions: { readonly granted: number; readonly conditional: number; readonly refused: number; readonly open: number };
  /** The two weeks within which employer and council meet on a reasoned request (WOR 23(1)). */
  readonly meetings: { readonly inTime: number; readonly late: number; readonly waiting: number };
  readonly stops: YearFacts['stops'];
  readonly nullities: number;
  /** `small`: fewer people than the smallest group, none among them. `later`: the year is not over. */
  readonly objections: number | 'small' | 'later';
  readonly days: readonly StepDays[];
  readonly signed: readonly SignedInYear[];
}

const median = (sorted: readonly number[]): number | null => {
  if (sorted.length === 0) return null;
  const middle = Math.floor(sorted.length / 2);
  const [below, above] = [sorted[middle - 1] ?? 0, sorted[middle] ?? 0];
  return sorted.length % 2 === 1 ? above : Math.round((below + above) / 2);
};

const AT: Readonly<Record<Step, (course: Course) => readonly [Day | null, Day | null]>> = {
  meeting: ({ sentOn, metOn }) => [sentOn, metOn],
  decision: ({ metOn, decidedOn }) => [metOn, decidedOn],
  final: ({ decidedOn, finalOn }) => [decidedOn, finalOn],
  notice: ({ finalOn, toldOn }) => [finalOn, toldOn],
  activation: ({ toldOn, activatedOn }) => [toldOn, activatedOn],
};

const daysOf = (step: Step, courses: readonly Course[]): StepDays => {
  const taken = courses
    .map(AT[step])
    .flatMap(([from, to]) => (from && to && to >= from ? [daysBetween(from, to)] : []))
    .sort((a, b) => a - b);
  return { step, count: taken.length, median: median(taken), longest: taken.at(-1) ?? null };
};

const meetingsOf = (courses: readonly Course[], today: Day): Annual['meetings'] => {
  const standing = courses.filter(({ withdrawn }) => !withdrawn);
  const inTime = standing.filter(({ sentOn, metOn }) => metOn !== null && metOn <= meetingLastDay(sentOn)).length;
  const waiting = standing.filter(({ sentOn, metOn }) => metOn === null && today <= meetingLastDay(sentOn)).length;
  return { inTime, waiting, late: standing.length - inTime - waiting };
};

const objectionsOf = (objectors: number, over: boolean, smallest: number): Annual['objections'] => {
  if (!over) return 'later';
  return objectors < smallest ? 'small' : objectors;
};

/** One calendar year in figures. A number of people that is small, or of a year that still runs, is not told: two looks would betray one person. */
export const annualOf = (facts: YearFacts, now: Date, smallest: number): Annual => {
  const today = dayOf(now);
  const count = (decision: Course['decision']): number => facts.courses.filter((course) => course.decision === decision).length;
  return {
    year: facts.year,
    requests: facts.courses.length,
    withdrawn: facts.courses.filter(({ withdrawn }) => withdrawn).length,
    decisions: {
      granted: count('granted'),
      conditional: count('granted_with_conditions'),
      refused: count('refused'),
      open: facts.courses.filter(({ decision, withdrawn }) => decision === null && !withdrawn).length,
    },
    meetings: meetingsOf(facts.courses, today),
    stops: facts.stops,
    nullities: facts.nullities,
    objections: objectionsOf(facts.objectors, Number(today.slice(0, 4)) > facts.year, smallest),
    days: STEPS.map((step) => daysOf(step, facts.courses)),
    signed: facts.signed,
  };
};
