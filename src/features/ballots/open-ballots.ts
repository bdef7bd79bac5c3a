import type { Tx } from '../../platform/database/index.js';
import { rosterAt, type VotingBody } from '../council/index.js';
import { unendedBallots, votesIn } from './ballots.repository.js';
import { turnoutsOf } from './boxes.repository.js';
import { phaseOf } from './domain/ballot.js';

export interface OpenBallot {
  readonly subjectId: string;
  readonly closesAt: Date;
  /** This person holds a seat and has not voted. */
  readonly waits: boolean;
}

/** The ballots of this body that are open now, for one of its members; as many queries for many ballots as for one. */
export const openBallotsFor = async (tx: Tx, now: Date, body: VotingBody, personId: string): Promise<readonly OpenBallot[]> => {
  const open = (await unendedBallots(tx)).filter((ballot) => ballot.body === body && phaseOf(ballot, now) === 'open');
  if (open.length === 0) return [];
  const ids = open.map(({ id }) => id);
  const voted = [...(await votesIn(tx, ids)), ...(await turnoutsOf(tx, ids))].filter((one) => one.personId === personId);
  const holds = (await rosterAt(tx, now, body)).seats.some((seat) => seat.personId === personId);
  return open.map(({ id, subjectId, closesAt }) => ({
    subjectId,
    closesAt,
    waits: holds && !voted.some(({ ballotId }) => ballotId === id),
  }));
};
