import type { CouncilRules, Roster } from '../council/index.js';
import type { Tx } from '../../platform/database/index.js';
import type { Ballot, BallotEnd, Casting, Counted, RepeatReason } from './domain/ballot.js';
import type { Outcome, Result } from './domain/result.js';
import type { Vote } from './domain/vote.js';

interface FlatBallot extends Omit<Ballot, 'end' | 'casting'> {
  readonly kind: BallotEnd['kind'] | null;
  readonly why: RepeatReason | null;
  readonly state: Result['state'] | null;
  readonly outcome: Outcome | null;
  readonly ifFor: Outcome | null;
  readonly quorumReached: boolean | null;
  readonly takingPart: number | null;
  readonly filledSeats: number | null;
  readonly consent: number | null;
  readonly conditions: number | null;
  readonly noConsent: number | null;
  readonly abstention: number | null;
  readonly rules: CouncilRules | null;
  readonly roster: Roster | null;
  readonly endedAt: Date | null;
  readonly castReference: string | null;
  readonly castVote: Casting['vote'] | null;
  readonly castOutcome: Outcome | null;
  readonly castReasons: string | null;
  readonly castBy: string | null;
  readonly castAt: Date | null;
}

const BALLOTS = `select b.id, b.subject_id as "subjectId", b.body, b.attempt, b.replaces_id as "replacesId", b.proposal, b.form, b.opens_at as "opensAt",
    b.closes_at as "closesAt", b.reference, b.announced_by as "announcedBy", b.announced_role as "announcedRole", b.announced_at as "announcedAt",
    e.kind, e.why, e.state, e.outcome, e.if_for as "ifFor", e.quorum_reached as "quorumReached", e.taking_part as "takingPart",
    e.filled_seats as "filledSeats", e.consent, e.conditions, e.no_consent as "noConsent", e.abstention, e.rules, e.roster, e.at as "endedAt",
    c.reference as "castReference", c.vote as "castVote", c.outcome as "castOutcome", c.reasons as "castReasons", c.by_person as "castBy", c.at as "castAt"
  from ballots b left join ballot_ends e on e.ballot_id = b.id left join casting_votes c on c.ballot_id = b.id`;

const countedOf = (row: FlatBallot, at: Date): Counted | null => {
  const { state, quorumReached, takingPart, filledSeats, rules, roster, outcome, ifFor } = row;
  if (state === null || quorumReached === null || takingPart === null || filledSeats === null || !rules || !roster) return null;
  const { consent, conditions, noConsent, abstention } = row;
  const counts =
    consent === null || conditions === null || noConsent === null || abstention === null
      ? null
      : { consent, conditions, no_consent: noConsent, abstention };
  return { kind: 'counted', state, outcome, ifFor, quorumReached, takingPart, filledSeats, counts, rules, roster, at };
};

const endOf = (row: FlatBallot): BallotEnd | null => {
  const { kind, why, endedAt: at } = row;
  if (kind === null || at === null) return null;
  if (kind === 'counted') return countedOf(row, at);
  return kind === 'repeated' && why ? { kind, why, at } : { kind: 'withdrawn', at };
};

const castingOf = ({ castReference, castVote, castOutcome, castReasons, castBy, castAt }: FlatBallot): Casting | null =>
  castReference && castVote && castOutcome && castReasons !== null && castBy && castAt
    ? { reference: castReference, vote: castVote, outcome: castOutcome, reasons: castReasons, byPerson: castBy, at: castAt }
    : null;

const ballotOf = (row: FlatBallot): Ballot => {
  const {
    id,
    subjectId,
    body,
    attempt,
    replacesId,
    proposal,
    form,
    opensAt,
    closesAt,
    reference,
    announcedBy,
    announcedRole,
    announcedAt,
  } = row;
  const told = {
    id,
    subjectId,
    body,
    attempt,
    replacesId,
    proposal,
    form,
    opensAt,
    closesAt,
    reference,
    announcedBy,
    announcedRole,
    announcedAt,
  };
  return { ...told, end: endOf(row), casting: castingOf(row) };
};

export const readBallots = async (tx: Tx, where: string, parameters: readonly unknown[]): Promise<Ballot[]> => {
  const rows: FlatBallot[] = await tx.query(`${BALLOTS} where ${where} order by b.written_as`, [...parameters]);
  return rows.map(ballotOf);
};

/** Every ballot on a subject, oldest first. */
export const ballotsOn = (tx: Tx, subjectId: string): Promise<Ballot[]> => readBallots(tx, 'b.subject_id = $1', [subjectId]);
/** Ballots that are still to end. */
export const unendedBallots = (tx: Tx): Promise<Ballot[]> => readBallots(tx, 'e.ballot_id is null', []);
/** Whoever votes in a ballot, counts it or ends it takes turns; read it only afterwards. */
export const lockBallot = async (tx: Tx, ballotId: string): Promise<Ballot | null> => {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('ballot ' || $1, 0))`, [ballotId]);
  return (await readBallots(tx, 'b.id = $1', [ballotId]))[0] ?? null;
};

export const insertBallot = async (tx: Tx, b: Omit<Ballot, 'end' | 'casting'>): Promise<void> => {
  await tx.query(
    `insert into ballots (id, subject_id, attempt, replaces_id, proposal, form, opens_at, closes_at, reference, announced_by, announced_role, announced_at, body)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      b.id,
      b.subjectId,
      b.attempt,
      b.replacesId,
      b.proposal,
      b.form,
      b.opensAt,
      b.closesAt,
      b.reference,
      b.announcedBy,
      b.announcedRole,
      b.announcedAt,
      b.body,
    ],
  );
};

export const insertCounted = async (tx: Tx, ballotId: string, end: Counted, byPerson: string | null): Promise<void> => {
  const { counts } = end;
  await tx.query(
    `insert into ballot_ends (ballot_id, kind, state, outcome, if_for, quorum_reached, taking_part, filled_seats, consent, conditions, no_consent,
      abstention, rules, roster, by_person, at) values ($1, 'counted', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      ballotId,
      end.state,
      end.outcome,
      end.ifFor,
      end.quorumReached,
      end.takingPart,
      end.filledSeats,
      counts?.consent ?? null,
      counts?.conditions ?? null,
      counts?.no_consent ?? null,
      counts?.abstention ?? null,
      JSON.stringify(end.rules),
      JSON.stringify(end.roster),
      byPerson,
      end.at,
    ],
  );
};

export const insertEnd = async (tx: Tx, ballotId: string, end: Exclude<BallotEnd, Counted>, byPerson: string | null): Promise<void> => {
  await tx.query(`insert into ballot_ends (ballot_id, kind, why, by_person, at) values ($1, $2, $3, $4, $5)`, [
    ballotId,
    end.kind,
    end.kind === 'repeated' ? end.why : null,
    byPerson,
    end.at,
  ]);
};

export const insertCasting = async (
  tx: Tx,
  ballotId: string,
  { vote, outcome, reasons, byPerson, at, reference }: Casting,
): Promise<void> => {
  await tx.query(
    `insert into casting_votes (ballot_id, vote, outcome, reasons, reference, by_person, at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [ballotId, vote, outcome, reasons, reference, byPerson, at],
  );
};

export interface OpenVote extends Vote {
  readonly reasons: string | null;
  readonly castAt: Date;
}
/** The votes of open ballots, in no order that means anything. */
export const votesIn = (tx: Tx, ballotIds: readonly string[]): Promise<(OpenVote & { readonly ballotId: string })[]> =>
  tx.query(
    `select ballot_id as "ballotId", person_id as "personId", turn, choice, reasons, cast_at as "castAt" from ballot_votes where ballot_id = any($1)`,
    [[...ballotIds]],
  );

export const insertVote = async (tx: Tx, ballotId: string, { personId, turn, choice, reasons, castAt }: OpenVote): Promise<void> => {
  await tx.query(`insert into ballot_votes (ballot_id, person_id, turn, choice, reasons, cast_at) values ($1, $2, $3, $4, $5, $6)`, [
    ballotId,
    personId,
    turn,
    choice,
    reasons,
    castAt,
  ]);
};
