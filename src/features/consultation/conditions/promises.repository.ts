import type { Day } from '../../../kernel/clock.js';
import type { Tx } from '../../../platform/database/index.js';
import type { Body, Condition } from '../domain/case-file.js';
import { insertInto } from '../insert-into.repository.js';

export const insertEvidence = insertInto('promise_evidence', ['id', 'condition_id', 'text', 'file_id', 'by_person', 'at']);

export interface FoundPromise extends Pick<Condition, 'id' | 'text' | 'finding'> {
  readonly toolId: string;
  readonly toolName: string;
  readonly requestId: string;
  /** Who decided. */
  readonly body: Body;
  readonly ownerId: string | null;
  readonly owner: string;
  readonly dueOn: Day;
  readonly evidence: number;
}

/** Promises of decisions that were confirmed. */
const PROMISES = `select c.id, c.text, d.tool_id as "toolId", t.name as "toolName", d.request_id as "requestId", q.body, c.promise_owner_id as "ownerId",
    c.promise_owner as owner, c.due_on::text as "dueOn",
    (select f.finding from promise_findings f where f.condition_id = c.id order by f.written_as desc limit 1) as finding,
    (select count(*)::int from promise_evidence e where e.condition_id = c.id) as evidence
  from decision_conditions c join council_decisions d on d.id = c.decision_id join decision_confirmations k on k.decision_id = d.id
  join tools t on t.id = d.tool_id join consent_requests q on q.id = d.request_id where c.promise_owner is not null`;

/** A promise counts until the council consents to another version of the tool: then the promises of that decision do. */
const COUNTS = `not exists (select 1 from council_decisions n join decision_confirmations nk on nk.decision_id = n.id
    where n.tool_id = d.tool_id and n.written_as > d.written_as and n.decision <> 'refused')`;

export const findPromiseMade = async (tx: Tx, conditionId: string): Promise<FoundPromise | null> => {
  const [row]: FoundPromise[] = await tx.query(`${PROMISES} and c.id = $1`, [conditionId]);
  return row ?? null;
};

/** What this person promised, the first that is due first. */
export const promisesOf = (tx: Tx, personId: string): Promise<FoundPromise[]> =>
  tx.query(`${PROMISES} and c.promise_owner_id = $1 and ${COUNTS} order by c.due_on, c.written_as limit 200`, [personId]);

/** Promises of this person that still have to be shown to be kept: nothing handed in since the council last said something of it. */
export const promisesToKeep = (tx: Tx, personId: string): Promise<Pick<FoundPromise, 'id' | 'toolName' | 'body' | 'dueOn'>[]> =>
  tx.query(
    `select c.id, t.name as "toolName", q.body, c.due_on::text as "dueOn"
     from decision_conditions c join council_decisions d on d.id = c.decision_id join decision_confirmations k on k.decision_id = d.id
     join tools t on t.id = d.tool_id join consent_requests q on q.id = d.request_id
     left join lateral (select f.finding, f.at from promise_findings f where f.condition_id = c.id order by f.written_as desc limit 1) f on true
     where c.promise_owner_id = $1 and ${COUNTS} and f.finding is distinct from 'kept'
       and not exists (select 1 from promise_evidence e where e.condition_id = c.id and e.at > coalesce(f.at, '-infinity'))
     order by c.due_on, c.written_as limit 50`,
    [personId],
  );

export interface HandedIn {
  readonly id: string;
  readonly text: string;
  readonly fileId: string | null;
  readonly fileName: string | null;
  readonly by: string;
  readonly at: Date;
}
export const evidenceOf = (tx: Tx, conditionId: string): Promise<HandedIn[]> =>
  tx.query(
    `select e.id, e.text, e.file_id as "fileId", f.name as "fileName", p.name as by, e.at
     from promise_evidence e join persons p on p.id = e.by_person left join files f on f.id = e.file_id
     where e.condition_id = $1 order by e.written_as`,
    [conditionId],
  );

export interface WaitingPromise extends FoundPromise {
  readonly reminded: readonly number[];
}
/** Promises of which the council has not said that they were kept, due at the latest on this day, with the reminders that went out. */
export const waitingPromises = (tx: Tx, until: Day): Promise<WaitingPromise[]> =>
  tx.query(
    `select w.*, array(select r.days_left from promise_reminders r where r.condition_id = w.id) as reminded
     from (${PROMISES} and ${COUNTS} and c.due_on <= $1) w where w.finding is null order by w."dueOn", w.id`,
    [until],
  );

/** Holds the reminders, so that two runs never send one twice. */
export const lockReminders = (tx: Tx): Promise<unknown> => tx.query('select pg_advisory_xact_lock(1795000001200)');

export const insertReminders = (tx: Tx, sent: readonly { readonly id: string; readonly daysLeft: number }[], at: Date): Promise<unknown> =>
  tx.query(
    `insert into promise_reminders (condition_id, days_left, at) select id, left_days, $3 from unnest($1::text[], $2::int[]) as s(id, left_days)
     on conflict do nothing`,
    [sent.map(({ id }) => id), sent.map(({ daysLeft }) => daysLeft), at],
  );
