import type { Language } from '../../kernel/actor.js';
import type { Day } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';
import type { CallerAct, CallerActKind, IdentityWay, Measure, RequestKind } from './domain/caller-request.js';
import type { CallerTexts, TextField } from './domain/written.js';

export interface CallerRequest {
  readonly id: string;
  readonly toolId: string;
  readonly toolName: string;
  readonly kind: RequestKind;
  /** Nobody has a right to object to this: it is handled as a complaint. */
  readonly converted: boolean;
  readonly language: Language;
  readonly reference: string;
  readonly lodgedAt: Date;
  readonly dueOn: Day;
}
export interface StoredAct extends CallerAct {
  readonly id: string;
  readonly way: IdentityWay | null;
  readonly measures: readonly Measure[];
  readonly text: string;
}

const REQUEST = `select r.id, r.tool_id as "toolId", t.name as "toolName", r.kind, r.converted, r.language, r.reference, r.lodged_at as "lodgedAt",
  r.due_on::text as "dueOn" from caller_requests r join tools t on t.id = r.tool_id`;
/** The kinds that somebody handles now: as handler or deputy of an open channel. */
const OF_HANDLER = `exists (select 1 from open_channels c where c.kind = r.kind and $1 in (c.handler_id, c.deputy_id))`;
const ENDED = `exists (select 1 from caller_acts a where a.request_id = r.id and a.kind in ('upheld', 'rejected', 'withdrawn'))`;

export const findByCode = async (tx: Tx, codeHash: string): Promise<CallerRequest | null> => {
  const [row]: CallerRequest[] = await tx.query(`${REQUEST} where r.code_hash = $1`, [codeHash]);
  return row ?? null;
};
/** One act after another on one request. */
export const lockRequest = async (tx: Tx, id: string): Promise<void> => {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 23))`, [id]);
};

export const requestsFor = (tx: Tx, handlerId: string): Promise<CallerRequest[]> =>
  tx.query(`${REQUEST} where ${OF_HANDLER} order by ${ENDED}, r.due_on, r.id limit 500`, [handlerId]);
export const findFor = async (tx: Tx, id: string, handlerId: string): Promise<CallerRequest | null> => {
  const [row]: CallerRequest[] = await tx.query(`${REQUEST} where ${OF_HANDLER} and r.id = $2`, [handlerId, id]);
  return row ?? null;
};

export const actsOn = async (tx: Tx, requestIds: readonly string[]): Promise<ReadonlyMap<string, readonly StoredAct[]>> => {
  const rows: (StoredAct & { requestId: string })[] = await tx.query(
    `select a.id, a.request_id as "requestId", a.kind, a.way, a.measures, a.at, coalesce(x.text, '') as text
     from caller_acts a left join caller_act_texts x on x.act_id = a.id where a.request_id = any($1) order by a.written_as`,
    [requestIds],
  );
  const found = new Map<string, StoredAct[]>();
  for (const row of rows) found.set(row.requestId, [...(found.get(row.requestId) ?? []), row]);
  return found;
};
export const textsOf = async (tx: Tx, requestId: string): Promise<CallerTexts> => {
  const rows: { field: TextField; text: string }[] = await tx.query(`select field, text from caller_texts where request_id = $1`, [
    requestId,
  ]);
  return Object.fromEntries(rows.map(({ field, text }) => [field, text]));
};

interface NewRequest extends Omit<CallerRequest, 'toolName'> {
  readonly codeHash: string;
  readonly texts: CallerTexts;
}
export const insertRequest = async (tx: Tx, row: NewRequest): Promise<void> => {
  await tx.query(
    `insert into caller_requests (id, tool_id, kind, converted, language, reference, code_hash, lodged_at, due_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [row.id, row.toolId, row.kind, row.converted, row.language, row.reference, row.codeHash, row.lodgedAt, row.dueOn],
  );
  await tx.query(`insert into caller_texts (request_id, field, text) select $1, key, value from jsonb_each_text($2)`, [
    row.id,
    JSON.stringify(row.texts),
  ]);
};

export interface NewAct {
  readonly id: string;
  readonly requestId: string;
  readonly kind: CallerActKind;
  readonly way?: IdentityWay;
  readonly measures?: readonly Measure[];
  readonly text?: string;
  /** Null for the caller and for the system itself. */
  readonly byPerson: string | null;
  readonly at: Date;
}
export const insertAct = async (tx: Tx, act: NewAct): Promise<void> => {
  await tx.query(`insert into caller_acts (id, request_id, kind, way, measures, by_person, at) values ($1, $2, $3, $4, $5, $6, $7)`, [
    act.id,
    act.requestId,
    act.kind,
    act.way ?? null,
    act.measures ?? [],
    act.byPerson,
    act.at,
  ]);
  if (act.text) await tx.query(`insert into caller_act_texts (act_id, text) values ($1, $2)`, [act.id, act.text]);
};

/** What a refusal may not repeat: every written answer of the tool's versions, and what refusals of others said. */
export const earlierTexts = async (tx: Tx, toolId: string): Promise<readonly string[]> => {
  const rows: { said: string }[] = await tx.query(
    `select distinct a.value #>> '{}' as said from answers a join tool_versions v on v.id = a.version_id
     where v.tool_id = $1 and jsonb_typeof(a.value) = 'string' and length(a.value #>> '{}') > 20
     union select x.text from caller_acts a join caller_requests r on r.id = a.request_id join caller_act_texts x on x.act_id = a.id
     where r.tool_id = $1 and r.kind = 'objection' and a.kind = 'rejected'`,
    [toolId],
  );
  return rows.map(({ said }) => said);
};

/** Handler and deputy who answer this kind; nobody where its channel does not work. */
export const handlersOf = async (tx: Tx, kind: RequestKind): Promise<readonly string[]> => {
  const rows: { id: string }[] = await tx.query(
    `select p.id from open_channels c join persons p on p.id in (c.handler_id, c.deputy_id) and p.left_at is null where c.kind = $1`,
    [kind],
  );
  return rows.map(({ id }) => id);
};

export interface CallerLoad {
  readonly open: number;
  readonly firstDueOn: Day | null;
}
/** What waits for one handler. */
export const callerRequestsInHand = async (tx: Tx, handlerId: string): Promise<CallerLoad> => {
  const [row]: CallerLoad[] = await tx.query(
    `select count(*)::int as open, min(r.due_on)::text as "firstDueOn" from caller_requests r where ${OF_HANDLER} and not ${ENDED}`,
    [handlerId],
  );
  return row ?? { open: 0, firstDueOn: null };
};

export const openRequests = (tx: Tx): Promise<CallerRequest[]> =>
  tx.query(`${REQUEST} where not ${ENDED} order by r.due_on, r.id limit 1000`);

export interface Ended {
  readonly id: string;
  readonly endedAt: Date;
}
/** Requests that ended before that instant and whose words are still kept. */
export const endedBefore = (tx: Tx, at: Date): Promise<Ended[]> =>
  tx.query(
    `select r.id, e.at as "endedAt" from caller_requests r
     join caller_acts e on e.request_id = r.id and e.kind in ('upheld', 'rejected', 'withdrawn') and e.at < $1
     where not exists (select 1 from caller_acts a where a.request_id = r.id and a.kind = 'erased') order by e.at, r.id limit 1000`,
    [at],
  );

/** Takes away every word of these requests, and says so in an act of each. */
export const eraseWords = async (tx: Tx, requests: readonly { readonly id: string; readonly actId: string }[], at: Date): Promise<void> => {
  const [ids, actIds] = [requests.map(({ id }) => id), requests.map(({ actId }) => actId)];
  await tx.query(`delete from caller_act_texts where act_id in (select id from caller_acts where request_id = any($1))`, [ids]);
  await tx.query(`delete from caller_texts where request_id = any($1)`, [ids]);
  await tx.query(
    `insert into caller_acts (id, request_id, kind, measures, at) select x.act_id, x.id, 'erased', '{}', $3
     from unnest($1::text[], $2::text[]) as x(id, act_id)`,
    [ids, actIds, at],
  );
};
