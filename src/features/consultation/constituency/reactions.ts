import { type Day, addDays } from '../../../kernel/clock.js';
import { hiddenGroups, mayTotal, SMALLEST_GROUP_EVER } from '../../../policy/index.js';

export const CHOICES = ['for', 'against', 'worried'] as const;
export type Choice = (typeof CHOICES)[number];
/** How long people can react, in days, the day of publishing not counted. */
export const ROUND_DAYS = ['7', '14', '21', '30'] as const;
export const ROUNDS_PER_CASE = 5;

export const closesOnOf = (today: Day, days: number): Day => addDays(today, days);

/** Open through its last day, unless an officer closed it before. What closed stays closed. */
export const isRunning = (round: { readonly closesOn: Day; readonly endedAt: Date | null }, today: Day): boolean =>
  round.endedAt === null && today <= round.closesOn;

export interface CountedChoice {
  readonly unit: string;
  readonly choice: Choice;
  readonly people: number;
}
export type Tally = Readonly<Record<Choice, number>>;
/** `tally` is null where the group is too small to show, or where showing it would give another group away. */
export interface UnitReactions {
  readonly unit: string;
  readonly tally: Tally | null;
}
export interface Outcome {
  readonly smallest: number;
  readonly units: readonly UnitReactions[];
  readonly total: Tally | null;
}

const sumOf = (tally: Tally): number => CHOICES.reduce((sum, choice) => sum + tally[choice], 0);
const tallyOf = (counts: readonly CountedChoice[]): Tally => {
  const people = (choice: Choice) => counts.filter((one) => one.choice === choice).reduce((sum, one) => sum + one.people, 0);
  return { for: people('for'), against: people('against'), worried: people('worried') };
};

/** What people said per unit, in groups of `wanted` or more. `units` are all units that were asked, those in which nobody reacted among them. */
export const outcomeOf = (units: readonly string[], counts: readonly CountedChoice[], wanted: number): Outcome => {
  const smallest = Math.max(SMALLEST_GROUP_EVER, wanted);
  const tallies = [...new Set([...units, ...counts.map(({ unit }) => unit)])].map((unit) => ({
    unit,
    tally: tallyOf(counts.filter((one) => one.unit === unit)),
  }));
  const groups = tallies.map(({ unit, tally }) => ({ name: unit, size: sumOf(tally) }));
  const hidden = hiddenGroups(groups, smallest);
  return {
    smallest,
    units: tallies.map(({ unit, tally }) => ({ unit, tally: hidden.has(unit) ? null : tally })),
    total: mayTotal(groups, hidden, smallest) ? tallyOf(counts) : null,
  };
};
