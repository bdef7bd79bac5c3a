import type { Roster } from '../../council/index.js';
import { takingPart } from './vote.js';

/** `barred`: this person also acted for the employer in this case. `none`: no seat, and no seat to deputise for. */
export type VoterStanding = 'holder' | 'deputy' | 'barred' | 'none';

export const standingIn = ({ seats }: Roster, barred: readonly string[], personId: string): VoterStanding => {
  const holds = seats.some((seat) => seat.personId === personId);
  const deputises = seats.some((seat) => seat.deputyId === personId);
  if (!holds && !deputises) return 'none';
  if (barred.includes(personId)) return 'barred';
  return holds ? 'holder' : 'deputy';
};

/** Why this person cannot vote at all; null for holders and deputies. */
export const keptFromVoting = (standing: VoterStanding): string | null => {
  if (standing === 'barred') return 'vote.conflict';
  return standing === 'none' ? 'vote.no-seat' : null;
};

/** In a secret ballot nobody can take a choice out later, so member and deputy share one vote: whoever is first. */
export const seatHasVoted = (roster: Roster, turnout: readonly string[], personId: string): boolean =>
  takingPart(roster, new Set([...turnout, personId])).size <= turnout.length;

/** The seats for which nobody voted yet, by who holds them: whom a reminder goes to. */
export const yetToVote = ({ seats }: Roster, voted: ReadonlySet<string>, barred: readonly string[]): readonly string[] =>
  seats
    .filter(({ personId, deputyId }) => !voted.has(personId) && !(deputyId !== null && voted.has(deputyId)) && !barred.includes(personId))
    .map(({ personId }) => personId);
