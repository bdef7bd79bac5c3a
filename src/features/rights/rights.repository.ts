import type { Day } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';
import type { Right } from '../objections/index.js';
import type { Outcome, Recipients, RightActs } from './domain/right-state.js';

export interface RightsRequest extends RightActs {
  readonly id: string;
  readonly kind: Right;
  readonly toolId: string | null;
  readonly toolName: string | null;
  readonly personId: string;
  readonly text: string;
  /** For a rectification: what it should be. */
  readonly wanted: string;
  readonly reference: string;
  readonly extensionReason: string | null;
  readonly recipients: Recipients | null;
  readonly answer: string | null;
}

const REQUEST = `select r.id, r.tool_id as "toolId", t.name as "toolName", r.person_id as "personId", r.kind, r.text, r.wanted, r.reference,
  r.lodged_at as "lodgedAt", r.extended_at as "extendedAt", r.extension_reason as "extensionReason", r.outcome, r.recipients, r.answer,
  r.answered_at as "answeredAt", r.withdrawn_at as "withdrawnAt", r.lifts_on::text as "liftsOn", r.lift_reason as "liftReason",
  r.lifted_at as "liftedAt"
  from rights_requests r left join tools t on t.id = r.tool_id`;

/** Everyone whose line leads up to a handler. */
const REPORTS = `reports (id) as (select id from persons where manager_id = $1 union select p.id from persons p join reports r on p.manager_id = r.id)`;

export const requestsOf = (tx: Tx, personId: string): Promise<RightsRequest[]> =>
  tx.query(`${REQUEST} where r.person_id = $1 order by r.lodged_at desc, r.id limit 100`, [personId]);

/** What a handler may see: the kinds that he or she handles, never his own nor of somebody in his line. */
export const requestsFor = (tx: Tx, handlerId: string): Promise<RightsRequest[]> =>
  tx.query(
    `with recursive ${REPORTS} ${REQUEST} where r.person_id <> $1 and r.person_id not in (select id from reports)
       and exists (select 1 from channels c where c.kind = r.kind and $1 in (c.handler_id, c.deputy_id))
     order by (r.answered_at is not null or r.withdrawn_at is not null), r.due_on, r.id limit 500`,
    [handlerId],
  );

export const findRequest = async (tx: Tx, id: string): Promise<RightsRequest | null> => {
  const [row]: RightsRequest[] = await tx.query(`${REQUEST} where r.id = $1`, [id]);
  return row ?? null;
};
export const lockRequest = async (tx: Tx, id: string): Promise<RightsRequest | null> => {
  const [row]: RightsRequest[] = await tx.query(`${REQUEST} where r.id = $1 for update of r`, [id]);
  return row ?? null;
};

/** How many requests this person has waiting for an answer. */
export const countOpen = async (tx: Tx, personId: string): Promise<number> => {
  const [row]: { n: number }[] = await tx.query(
    `select count(*)::int as n from rights_requests where person_id = $1 and answered_at is null and withdrawn_at is null`,
    [personId],
  );
  return row?.n ?? 0;
};

/** Two requests of one person wait for each other. */
export const lockPerson = async (tx: Tx, personId: string): Promise<void> => {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 4360022))`, [personId]);
};

interface NewRequest {
  readonly id: string;
  readonly toolId: string | null;
  readonly personId: string;
  readonly kind: Right;
  readonly text: string;
  readonly wanted: string;
  readonly reference: string;
  readonly lodgedAt: Date;
  readonly dueOn: Day;
}
export const insertRequest = async (tx: Tx, row: NewRequest): Promise<void> => {
  await tx.query(
    `insert into rights_requests (id, tool_id, person_id, kind, text, wanted, reference, lodged_at, due_on) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [row.id, row.toolId, row.personId, row.kind, row.text, row.wanted, row.reference, row.lodgedAt, row.dueOn],
  );
};

interface Answer {
  readonly outcome: Outcome;
  readonly text: string;
  readonly recipients: Recipients | null;
  readonly by: string;
  readonly at: Date;
}
export const writeAnswer = async (tx: Tx, id: string, { outcome, text, recipients, by, at }: Answer): Promise<void> => {
  await tx.query(
    `update rights_requests set outcome = $2, answer = $3, recipients = $4, answered_by = $5, answered_at = $6 where id = $1`,
    [id, outcome, text, recipients, by, at],
  );
};
export const writeExtension = async (tx: Tx, id: string, reason: string, dueOn: Day, at: Date): Promise<void> => {
  await tx.query(`update rights_requests set extension_reason = $2, due_on = $3, extended_at = $4 where id = $1`, [id, reason, dueOn, at]);
};
export const writeWithdrawal = async (tx: Tx, id: string, at: Date): Promise<void> => {
  await tx.query(`update rights_requests set withdrawn_at = $2 where id = $1`, [id, at]);
};
export interface Telling {
  readonly liftsOn: Day;
  readonly at: Date;
}
/** `told`: when the person heard, and the first day after that; null until then. */
export const writeLifting = async (tx: Tx, id: string, reason: string, told: Telling | null): Promise<void> => {
  await tx.query(`update rights_requests set lift_reason = $2, lifts_on = $3, lift_told_at = $4 where id = $1`, [
    id,
    reason,
    told?.liftsOn ?? null,
    told?.at ?? null,
  ]);
};

/** Lifts every restriction whose day has come and whose person was told seven whole days ago. Answers which. */
export const liftRestrictions = async (tx: Tx, today: Day, now: Date): Promise<string[]> => {
  const rows: { id: string }[] = await tx.query(
    `with due as (select id from rights_requests where kind = 'restriction' and withdrawn_at is null and lifted_at is null
       and lifts_on <= $1 and lift_told_at <= $2::timestamptz - interval '7 days' order by id for update skip locked),
      lifted as (update rights_requests r set lifted_at = $2 from due where r.id = due.id returning r.id)
     select id from lifted`,
    [today, now],
  );
  return rows.map(({ id }) => id);
};

/** Handler and deputy of what must be answered on one of these days; nobody hears of a request by somebody in his own line. */
export const handlersOfDue = async (tx: Tx, days: readonly Day[]): Promise<string[]> => {
  const rows: { id: string }[] = await tx.query(
    `with recursive due as (
       select person_id, kind from rights_requests where answered_at is null and withdrawn_at is null and due_on = any($1::date[])),
     line (of, id) as (
       select p.id, p.manager_id from persons p where p.manager_id is not null and p.id in (select person_id from due)
       union select line.of, p.manager_id from line join persons p on p.id = line.id where p.manager_id is not null)
     select distinct h.id from due join channels c on c.kind = due.kind cross join lateral (values (c.handler_id), (c.deputy_id)) as h (id)
     where h.id is not null and h.id <> due.person_id and not exists (select from line where line.of = due.person_id and line.id = h.id)`,
    [days],
  );
  return rows.map(({ id }) => id);
};

export interface RightsLoad {
  readonly open: number;
  readonly firstDueOn: Day | null;
}
/** What waits for one handler, as handler or deputy: what this handler may see, and no other. */
export const rightsInHand = async (tx: Tx, handlerId: string): Promise<RightsLoad> => {
  const [row]: RightsLoad[] = await tx.query(
    `with recursive ${REPORTS} select count(*)::int as open, min(r.due_on)::text as "firstDueOn" from rights_requests r
     where r.answered_at is null and r.withdrawn_at is null and r.person_id <> $1 and r.person_id not in (select id from reports)
       and exists (select 1 from channels c where c.kind = r.kind and $1 in (c.handler_id, c.deputy_id))`,
    [handlerId],
  );
  return row ?? { open: 0, firstDueOn: null };
};
