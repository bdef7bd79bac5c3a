import type { Day } from '../../../kernel/clock.js';
import type { Tx } from '../../../platform/database/index.js';
import { insertInto } from '../insert-into.repository.js';

export const insertNullityAct = insertInto('nullity_acts', [
  'reference',
  'tool_id',
  'why',
  'last_day',
  'decided_on',
  'invoked_by',
  'invoked_at',
]);
export const insertRatification = insertInto('nullity_ratifications', [
  'reference',
  'decided_on',
  'votes_for',
  'votes_against',
  'votes_abstained',
  'recorded_by',
  'recorded_at',
]);

export type Why = 'told' | 'apparent';

/** One invocation of nullity, whatever number of versions it covers. */
export interface InvokedNullity {
  readonly reference: string;
  readonly toolId: string;
  readonly toolName: string;
  readonly why: Why;
  readonly startedOn: Day;
  readonly lastDay: Day;
  /** The day on which the council decided, as the officer wrote it; null when it had yet to decide. */
  readonly decidedOn: Day | null;
  readonly reason: string;
  readonly invokedBy: string;
  readonly invokedAt: Date;
  readonly endedAs: 'declared_unjustified' | 'upheld' | 'resolved_by_consent' | null;
  readonly endedAt: Date | null;
  readonly ratifiedOn: Day | null;
  readonly votesFor: number | null;
  readonly votesAgainst: number | null;
  readonly votesAbstained: number | null;
}

/** Of the versions that it covers, the one with the newest fingerprint says whether it has ended. */
const INVOKED = `select distinct on (a.invoked_at, a.reference) a.reference, a.tool_id as "toolId", t.name as "toolName", a.why,
    n.period_started_on::text as "startedOn", a.last_day::text as "lastDay", a.decided_on::text as "decidedOn", n.reason, a.invoked_by as "invokedBy",
    a.invoked_at as "invokedAt", e.status as "endedAs", e.at as "endedAt", r.decided_on::text as "ratifiedOn", r.votes_for as "votesFor",
    r.votes_against as "votesAgainst", r.votes_abstained as "votesAbstained"
  from nullity_acts a join tools t on t.id = a.tool_id join nullity_invocations n on n.reference = a.reference
  left join tool_versions v on v.tool_id = n.tool_id and v.fingerprint = n.fingerprint
  left join nullity_ends e on e.invocation_id = n.id left join nullity_ratifications r on r.reference = a.reference`;
const NEWEST_FIRST = `order by a.invoked_at desc, a.reference, v.number desc nulls last, n.written_as`;

export const findNullity = async (tx: Tx, reference: string): Promise<InvokedNullity | null> => {
  const rows: InvokedNullity[] = await tx.query(`${INVOKED} where a.reference = $1 ${NEWEST_FIRST}`, [reference]);
  return rows[0] ?? null;
};

export const listNullities = (tx: Tx, toolId: string | null = null): Promise<InvokedNullity[]> =>
  tx.query(`${INVOKED} where $1::text is null or a.tool_id = $1 ${NEWEST_FIRST} limit 100`, [toolId]);

/** The letter as it was mailed, byte for byte. */
export const mailedLetter = async (tx: Tx, reference: string): Promise<{ id: string; pdf: Buffer } | null> => {
  const rows: { id: string; pdf: Buffer }[] = await tx.query(
    `select id, pdf from council_mailings where reference = $1 and act = 'nullity.invoked' order by written_as desc limit 1`,
    [reference],
  );
  return rows[0] ?? null;
};

/** Something that the employer decided or does without consent, and against which nobody has invoked nullity since. */
export interface WithoutConsent {
  readonly toolId: string;
  readonly toolName: string;
  readonly why: Why;
  readonly at: Date;
}
export const withoutConsent = (tx: Tx): Promise<WithoutConsent[]> =>
  tx.query(
    `select x.tool_id as "toolId", t.name as "toolName", x.why, x.at from (
       select id as tool_id, 'apparent' as why, created_at as at from tools where runs_without_consent
       union all
       select f.tool_id, 'told', f.decided_at from final_decisions f where f.decision_id is null and f.ruling_id is null
         and not exists (select 1 from claims k where k.tool_id = f.tool_id and k.fingerprint = f.fingerprint)
     ) x join tools t on t.id = x.tool_id
     where not exists (select 1 from nullity_acts a where a.tool_id = x.tool_id and a.invoked_at >= x.at) order by x.at, x.tool_id limit 100`,
  );
