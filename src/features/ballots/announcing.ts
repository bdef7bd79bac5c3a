import type { Actor } from '../../kernel/actor.js';
import { newId, newReference } from '../../kernel/ids.js';
import { Problem, refused } from '../../kernel/problem.js';
import type { Tx } from '../../platform/database/index.js';
import { rulesAt, type VotingBody } from '../council/index.js';
import { record } from '../evidence/index.js';
import { ballotsOn, insertBallot, insertEnd } from './ballots.repository.js';
import { type Ballot, type BallotVerdict, phaseOf, verdictOf, wrongWindow } from './domain/ballot.js';

export interface NewBallot {
  readonly subjectId: string;
  readonly body: VotingBody;
  readonly proposal: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
}

const STANDS_IN_THE_WAY: Readonly<Record<Exclude<BallotVerdict['kind'], 'none'>, string>> = {
  running: 'ballot.running',
  tied: 'ballot.tied',
  decided: 'ballot.decided',
};

/** In a SERIALIZABLE transaction: what was decided meanwhile stands in the way. Fixes proposal, form and instants. Open or secret is what the council's rules say at this moment, and nobody's choice. */
export const announceBallot = async (tx: Tx, actor: Actor, now: Date, asked: NewBallot): Promise<Ballot> => {
  const earlier = await ballotsOn(tx, asked.subjectId);
  const { kind } = verdictOf(earlier);
  if (kind !== 'none') throw refused(STANDS_IN_THE_WAY[kind]);
  const wrong = wrongWindow(asked.opensAt, asked.closesAt, now);
  if (wrong.length > 0) throw new Problem(422, 'input.unusable', wrong);
  const attempt = earlier.length + 1;
  return writeBallot(tx, actor, now, { ...asked, attempt, replacesId: null, announcedBy: actor.personId ?? '', announcedRole: actor.role });
};

/** The log names no tool for acts of a ballot: the employer reads the log of its tools. */
export const writeBallot = async (
  tx: Tx,
  actor: Actor,
  now: Date,
  asked: NewBallot & Pick<Ballot, 'attempt' | 'replacesId' | 'announcedBy' | 'announcedRole'>,
): Promise<Ballot> => {
  const { ballot: form } = await rulesAt(tx, now, asked.body);
  const told = { ...asked, id: newId('b'), form, reference: newReference(), announcedAt: now };
  await insertBallot(tx, told);
  const { reference, opensAt, closesAt, attempt } = told;
  await record(
    tx,
    actor,
    now,
    'ballot.announced',
    { subjectId: told.id },
    { on: asked.subjectId, attempt, form, opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString(), reference },
  );
  return { ...told, end: null, casting: null };
};

/** A mistake can be taken back until the ballot opens; then nobody can. */
export const withdrawBallot = async (tx: Tx, actor: Actor, now: Date, ballot: Ballot): Promise<string> => {
  if (phaseOf(ballot, now) !== 'announced') throw refused('ballot.opened');
  await insertEnd(tx, ballot.id, { kind: 'withdrawn', at: now }, actor.personId);
  return record(tx, actor, now, 'ballot.withdrawn', { subjectId: ballot.id });
};
