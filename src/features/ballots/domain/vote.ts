import type { Roster } from '../../council/index.js';

export const CHOICES = ['consent', 'conditions', 'no_consent', 'abstention'] as const;
export type Choice = (typeof CHOICES)[number];
export type Counts = Readonly<Record<Choice, number>>;

/** One vote of an open ballot. Somebody who changes it votes again, in the next turn. */
export interface Vote {
  readonly personId: string;
  readonly turn: number;
  readonly choice: Choice;
}

/** Whose vote counts among those who voted: holders of a seat, and deputies whose holder did not vote. Each counts once, however many seats. */
export const takingPart = ({ seats }: Roster, voted: ReadonlySet<string>): ReadonlySet<string> =>
  new Set(
    seats.flatMap(({ personId, deputyId }) => {
      if (voted.has(personId)) return [personId];
      return deputyId !== null && voted.has(deputyId) ? [deputyId] : [];
    }),
  );

/** The last vote of everyone who voted. */
export const lastVotes = <V extends Vote>(votes: readonly V[]): ReadonlyMap<string, V> => {
  const last = new Map<string, V>();
  for (const vote of votes) {
    const before = last.get(vote.personId);
    if (!before || before.turn < vote.turn) last.set(vote.personId, vote);
  }
  return last;
};

export const countOf = (choices: readonly Choice[]): Counts => {
  const count = (of: Choice): number => choices.filter((choice) => choice === of).length;
  return { consent: count('consent'), conditions: count('conditions'), no_consent: count('no_consent'), abstention: count('abstention') };
};
