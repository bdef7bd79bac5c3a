import { newId } from '../../kernel/ids.js';
import type { Tx } from '../../platform/database/index.js';
import { readLimit, type MachineLimit } from '../../policy/index.js';
import type { AdviceCondition, ConditionAct, ConditionActKind } from './domain/conditions.js';
import type { By } from './dpia.repository.js';

export type AdviceName = 'positive' | 'conditional' | 'negative';
export interface AdviceRequest {
  readonly id: string;
  readonly versionId: string;
  readonly fingerprint: string;
  readonly askedBy: string;
  readonly askedAt: Date;
}
export interface Advice {
  readonly id: string;
  readonly requestId: string;
  readonly versionId: string;
  readonly fingerprint: string;
  readonly advice: AdviceName;
  readonly reasons: string;
  readonly advisedBy: string;
  readonly advisedAt: Date;
  readonly conditions: readonly AdviceCondition[];
}
export interface Deviation {
  readonly id: string;
  readonly requestId: string;
  readonly adviceId: string | null;
  readonly kind: 'negative' | 'not_received';
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

export const requestOn = async (tx: Tx, toolId: string, fingerprints: readonly string[]): Promise<AdviceRequest | null> => {
  const [row]: AdviceRequest[] = await tx.query(
    `select id, version_id as "versionId", fingerprint, asked_by as "askedBy", asked_at as "askedAt"
     from advice_requests where tool_id = $1 and fingerprint = any($2) order by ordinal desc limit 1`,
    [toolId, fingerprints],
  );
  return row ?? null;
};
export const insertRequest = (
  tx: Tx,
  toolId: string,
  request: Pick<AdviceRequest, 'id' | 'versionId' | 'fingerprint'>,
  by: By,
): Promise<unknown> =>
  tx.query(`insert into advice_requests (id, tool_id, version_id, fingerprint, asked_by, asked_at) values ($1, $2, $3, $4, $5, $6)`, [
    request.id,
    toolId,
    request.versionId,
    request.fingerprint,
    by.personId,
    by.at,
  ]);

type ConditionRow = { readonly id: string; readonly text: string; readonly limit: MachineLimit | null; readonly acts: ConditionAct[] };
type AdviceRow = Omit<Advice, 'conditions'> & { readonly conditions: readonly ConditionRow[] };

const ADVICE = `select a.id, a.request_id as "requestId", a.version_id as "versionId", a.fingerprint, a.advice, a.reasons, a.advised_by as "advisedBy", a.advised_at as "advisedAt",
  coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'text', c.text, 'limit', c.machine_limit, 'acts', coalesce((
      select jsonb_agg(jsonb_build_object('kind', x.kind, 'fingerprint', x.fingerprint) order by x.at, x.place)
      from advice_condition_acts x where x.condition_id = c.id), '[]')) order by c.place)
    from advice_conditions c where c.advice_id = a.id), '[]') as conditions
  from advices a`;

/** A limit that cannot be read is none: the condition then waits for people. */
const adviceFrom = (row: AdviceRow): Advice => ({
  ...row,
  conditions: row.conditions.map((one) => ({ ...one, limit: readLimit(one.limit) })),
});

/** The last advice on one of these fingerprints. */
export const adviceOn = async (tx: Tx, toolId: string, fingerprints: readonly string[]): Promise<Advice | null> => {
  const [row]: AdviceRow[] = await tx.query(`${ADVICE} where a.tool_id = $1 and a.fingerprint = any($2) order by a.ordinal desc limit 1`, [
    toolId,
    fingerprints,
  ]);
  return row ? adviceFrom(row) : null;
};
export interface NewAdvice {
  readonly id: string;
  readonly request: AdviceRequest;
  readonly advice: AdviceName;
  readonly reasons: string;
  readonly conditions: readonly { readonly id: string; readonly text: string; readonly limit: MachineLimit | null }[];
}
export const insertAdvice = async (
  tx: Tx,
  toolId: string,
  { id, request, advice, reasons, conditions }: NewAdvice,
  by: By,
): Promise<void> => {
  await tx.query(
    `insert into advices (id, request_id, tool_id, version_id, fingerprint, advice, reasons, advised_by, advised_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [id, request.id, toolId, request.versionId, request.fingerprint, advice, reasons, by.personId, by.at],
  );
  await tx.query(
    `insert into advice_conditions (id, advice_id, place, text, machine_limit)
     select c.id, $1, c.place, c.text, nullif(c."limit", 'null'::jsonb) from jsonb_to_recordset($2) as c(id text, place integer, text text, "limit" jsonb)`,
    [id, JSON.stringify(conditions.map((one, place) => ({ ...one, place })))],
  );
};

export interface NewConditionAct {
  readonly conditionId: string;
  readonly kind: ConditionActKind;
  readonly reason: string;
  readonly fingerprint: string;
}
export const insertConditionAct = async (tx: Tx, act: NewConditionAct, by: By): Promise<string> => {
  const id = newId('o');
  await tx.query(
    `insert into advice_condition_acts (id, condition_id, place, kind, reason, fingerprint, by_person, at)
     select $1, $2, (select count(*) from advice_condition_acts where condition_id = $2), $3, $4, $5, $6, $7`,
    [id, act.conditionId, act.kind, act.reason, act.fingerprint, by.personId, by.at],
  );
  return id;
};
/** The reasons people gave, latest last, for the page. */
export interface ConditionReason {
  readonly conditionId: string;
  readonly kind: ConditionActKind;
  readonly reason: string;
  readonly at: Date;
}
export const conditionReasons = (tx: Tx, adviceId: string): Promise<ConditionReason[]> =>
  tx.query(
    `select x.condition_id as "conditionId", x.kind, x.reason, x.at from advice_condition_acts x join advice_conditions c on c.id = x.condition_id
     where c.advice_id = $1 order by c.place, x.place`,
    [adviceId],
  );

export const deviationsOn = (tx: Tx, toolId: string, fingerprints: readonly string[]): Promise<Deviation[]> =>
  tx.query(
    `select d.id, d.request_id as "requestId", d.advice_id as "adviceId", d.kind, d.reason, d.by_person as "by", d.at
     from advice_deviations d join advice_requests r on r.id = d.request_id where d.tool_id = $1 and r.fingerprint = any($2) order by d.ordinal`,
    [toolId, fingerprints],
  );
export const insertDeviation = (tx: Tx, toolId: string, deviation: Omit<Deviation, 'at' | 'by'>, by: By): Promise<unknown> =>
  tx.query(
    `insert into advice_deviations (id, tool_id, advice_id, request_id, kind, reason, by_person, at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [deviation.id, toolId, deviation.adviceId, deviation.requestId, deviation.kind, deviation.reason, by.personId, by.at],
  );

export interface AdviceListRow {
  readonly versionId: string;
  readonly toolName: string;
  readonly number: number;
  readonly askedAt: Date;
  readonly advice: AdviceName | null;
  readonly advisedAt: Date | null;
}
/** Every request, those without advice first, oldest first. */
export const adviceList = (tx: Tx): Promise<AdviceListRow[]> =>
  tx.query(
    `select r.version_id as "versionId", t.name as "toolName", v.number, r.asked_at as "askedAt", a.advice, a.advised_at as "advisedAt"
     from advice_requests r join tools t on t.id = r.tool_id join tool_versions v on v.id = r.version_id left join advices a on a.request_id = r.id
     order by (a.id is not null), case when a.id is null then r.asked_at end, a.advised_at desc, r.id limit 200`,
  );

export interface OpenRequest {
  readonly id: string;
  readonly versionId: string;
  readonly toolName: string;
  readonly number: number;
  readonly askedAt: Date;
  readonly reminded: readonly number[];
}
/** Requests that still wait for the DPO, on the latest version of their tool. */
export const openRequests = (tx: Tx): Promise<OpenRequest[]> =>
  tx.query(
    `select r.id, r.version_id as "versionId", t.name as "toolName", v.number, r.asked_at as "askedAt",
       array(select m.working_day from advice_reminders m where m.request_id = r.id order by 1) as reminded
     from advice_requests r join tools t on t.id = r.tool_id join tool_versions v on v.id = r.version_id
     where not exists (select from advices a where a.request_id = r.id)
       and not exists (select from tool_versions later where later.tool_id = r.tool_id and later.number > v.number)
     order by r.asked_at, r.id`,
  );
export const insertReminders = (tx: Tx, requestId: string, days: readonly number[], at: Date): Promise<unknown> =>
  tx.query(`insert into advice_reminders (request_id, working_day, sent_at) select $1, unnest($2::integer[]), $3 on conflict do nothing`, [
    requestId,
    days,
    at,
  ]);
/** Reminders take turns, so that none goes out twice. */
export const lockReminders = (tx: Tx): Promise<unknown> => tx.query(`select pg_advisory_xact_lock(hashtext('advice.remind'))`);
