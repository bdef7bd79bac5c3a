import type { Actor } from '../../kernel/actor.js';
import { readCrockford } from '../../kernel/ids.js';
import { Problem, refused, unusable } from '../../kernel/problem.js';
import type { Tx } from '../../platform/database/index.js';
import type { SealKey } from '../../platform/signing/index.js';
import { type Roster, rosterAt } from '../council/index.js';
import { record } from '../evidence/index.js';
import { insertVote, votesIn } from './ballots.repository.js';
import { readBox, readTurnout, writeBox, writeTurnout } from './boxes.repository.js';
import { type Ballot, type BallotPhase, phaseOf } from './domain/ballot.js';
import { keptFromVoting, seatHasVoted, standingIn } from './domain/entitled.js';
import { changedIn, codeOfPress, hashOfCode, referenceOfPress, type SecretChoice } from './domain/secret-box.js';
import type { Choice } from './domain/vote.js';

/** Who votes, in which ballot. `barred`: whoever acted for the employer in the case. */
export interface Voting {
  readonly ballot: Ballot;
  readonly personId: string;
  readonly barred: readonly string[];
}

const MOST_TURNS = 100;
const NOT_OPEN: Readonly<Record<Exclude<BallotPhase, 'open'>, string>> = {
  announced: 'vote.not-open-yet',
  closed: 'vote.closed',
  ended: 'vote.closed',
};

/** Call it under the ballot's lock, with the instant read after it. */
const entitledRoster = async (tx: Tx, now: Date, { ballot, personId, barred }: Voting): Promise<Roster> => {
  const phase = phaseOf(ballot, now);
  if (phase !== 'open') throw refused(NOT_OPEN[phase]);
  const roster = await rosterAt(tx, now, ballot.body);
  const kept = keptFromVoting(standingIn(roster, barred, personId));
  if (kept) throw refused(kept);
  return roster;
};

/** A named vote. Voting again changes it; every turn is kept, the last counts. */
export const castOpen = async (
  tx: Tx,
  actor: Actor,
  now: Date,
  voting: Voting,
  { choice, reasons }: { readonly choice: Choice; readonly reasons: string | null },
): Promise<string> => {
  const { ballot, personId } = voting;
  await entitledRoster(tx, now, voting);
  const earlier = (await votesIn(tx, [ballot.id])).filter((vote) => vote.personId === personId);
  const turn = 1 + Math.max(0, ...earlier.map((vote) => vote.turn));
  if (turn > MOST_TURNS) throw refused('vote.too-often');
  await insertVote(tx, ballot.id, { personId, turn, choice, reasons, castAt: now });
  return record(tx, actor, now, 'vote.cast', { subjectId: ballot.id }, { choice, turn });
};

export interface SecretReceipt {
  readonly code: string;
  readonly reference: string;
}

const openedBox = async (tx: Tx, key: SealKey, ballot: Ballot): Promise<readonly SecretChoice[]> => {
  const box = await readBox(tx, key, ballot.id);
  if (!box) throw refused('vote.box-closed');
  return box;
};

/** The log says that a vote was cast, and not by whom: first votes and changes leave the same entry. */
const recordSecret = (tx: Tx, now: Date, ballot: Ballot, reference?: string): Promise<string> =>
  record(
    tx,
    { personId: null, role: ballot.body === 'pvt' ? 'pvt_contact' : 'or_member', roles: [], language: 'nl' },
    now,
    'vote.cast',
    { subjectId: ballot.id },
    { reference },
  );

/**
 * A secret vote: who took part and what was chosen are written apart. The answer holds the only copy of the change code. The same form sent again
 * is the same voter with the same code: it changes the choice when another one was picked, and nothing otherwise.
 */
export const castSecret = async (
  tx: Tx,
  key: SealKey,
  now: Date,
  voting: Voting,
  { choice, pressKey }: { readonly choice: Choice; readonly pressKey: string | undefined },
): Promise<SecretReceipt> => {
  if (!pressKey || pressKey.length > 100) throw new Problem(400, 'act.key-missing');
  const { ballot, personId } = voting;
  const roster = await entitledRoster(tx, now, voting);
  const [turnout, box] = [await readTurnout(tx, ballot.id), await openedBox(tx, key, ballot)];
  const code = codeOfPress(ballot.id, pressKey);
  const codeHash = hashOfCode(ballot.id, code);
  const receipt = { code, reference: referenceOfPress(ballot.id, pressKey) };
  const pressedBefore = box.some((one) => one.codeHash === codeHash);
  if (turnout.includes(personId)) {
    if (!pressedBefore) throw refused('vote.code-needed');
    if (box.some((one) => one.codeHash === codeHash && one.choice === choice)) return receipt;
    await writeBox(tx, key, ballot.id, changedIn(box, { codeHash, choice }) ?? box);
    return { code, reference: await recordSecret(tx, now, ballot) };
  }
  if (pressedBefore) throw new Problem(422, 'act.key-reused');
  if (seatHasVoted(roster, turnout, personId)) throw refused('vote.seat-voted');
  await writeBox(tx, key, ballot.id, [...box, { codeHash, choice }]);
  await writeTurnout(tx, ballot.id, [...turnout, personId]);
  await recordSecret(tx, now, ballot, receipt.reference);
  return receipt;
};

/** Whoever has the code changes the choice behind it. */
export const changeSecret = async (
  tx: Tx,
  key: SealKey,
  now: Date,
  voting: Voting,
  { choice, code }: { readonly choice: Choice; readonly code: string },
): Promise<string> => {
  const { ballot, personId } = voting;
  await entitledRoster(tx, now, voting);
  if (!(await readTurnout(tx, ballot.id)).includes(personId)) throw refused('vote.not-cast');
  const codeHash = hashOfCode(ballot.id, readCrockford(code));
  const box = changedIn(await openedBox(tx, key, ballot), { codeHash, choice });
  if (!box) throw unusable('code', 'vote.code-wrong');
  await writeBox(tx, key, ballot.id, box);
  return recordSecret(tx, now, ballot);
};
