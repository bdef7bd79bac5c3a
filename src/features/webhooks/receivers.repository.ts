import type { Tx } from '../../platform/database/index.js';

export interface NewReceiver {
  readonly id: string;
  readonly url: string;
  readonly host: string;
  readonly kinds: readonly string[];
  /** Empty: every tool. */
  readonly tools: readonly string[];
  readonly by: string;
  readonly at: Date;
}

export const insertReceiver = async (tx: Tx, { id, url, host, kinds, tools, by, at }: NewReceiver): Promise<void> => {
  await tx.query(`insert into webhook_receivers (id, url, host, types, added_by, added_at) values ($1, $2, $3, $4, $5, $6)`, [
    id,
    url,
    host,
    kinds,
    by,
    at,
  ]);
  await tx.query(`insert into webhook_receiver_tools (receiver_id, tool_id) select $1, unnest($2::text[])`, [id, tools]);
};

/** Whether it was told until now. */
export const endReceiver = async (tx: Tx, end: { id: string; how: 'removed' | 'gone'; by: string | null; at: Date }): Promise<boolean> => {
  const rows: unknown[] = await tx.query(
    `insert into webhook_receiver_ends (receiver_id, how, by_person, at) values ($1, $2, $3, $4) on conflict do nothing returning receiver_id`,
    [end.id, end.how, end.by, end.at],
  );
  return rows.length > 0;
};

/** Held until the end of the transaction, so that its secret is changed by one at a time. */
export const lockReceiver = async (tx: Tx, id: string): Promise<{ id: string; host: string } | null> => {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 53))`, [id]);
  const [row]: { id: string; host: string }[] = await tx.query(
    `select r.id, r.host from webhook_receivers r where r.id = $1 and not exists (select 1 from webhook_receiver_ends e where e.receiver_id = r.id)`,
    [id],
  );
  return row ?? null;
};

/** The one before it signs until `overlapUntil`; older ones no more. */
export const insertSecret = async (
  tx: Tx,
  secret: { id: string; receiverId: string; sealed: Buffer; at: Date; overlapUntil: Date },
): Promise<void> => {
  await tx.query(`delete from webhook_secrets where receiver_id = $1 and until is not null`, [secret.receiverId]);
  await tx.query(`update webhook_secrets set until = $2 where receiver_id = $1`, [secret.receiverId, secret.overlapUntil]);
  await tx.query(`insert into webhook_secrets (id, receiver_id, sealed, made_at) values ($1, $2, $3, $4)`, [
    secret.id,
    secret.receiverId,
    secret.sealed,
    secret.at,
  ]);
};

/** Newest first. */
export const secretsOf = async (tx: Tx, receiverId: string, now: Date): Promise<readonly Buffer[]> => {
  const rows: { sealed: Buffer }[] = await tx.query(
    `select sealed from webhook_secrets where receiver_id = $1 and (until is null or until > $2) order by until is not null, made_at desc`,
    [receiverId, now],
  );
  return rows.map(({ sealed }) => sealed);
};

export const dropSecrets = (tx: Tx, receiverId: string): Promise<unknown> =>
  tx.query(`delete from webhook_secrets where receiver_id = $1`, [receiverId]);

export const openReceivers = async (tx: Tx): Promise<number> => {
  const [row]: { n: number }[] = await tx.query(
    `select count(*)::int as n from webhook_receivers r where not exists (select 1 from webhook_receiver_ends e where e.receiver_id = r.id)`,
  );
  return row?.n ?? 0;
};

export interface ReceiverRow {
  readonly id: string;
  readonly host: string;
  readonly url: string;
  readonly kinds: readonly string[];
  /** Names; empty: every tool. */
  readonly tools: readonly string[];
  readonly addedAt: Date;
  readonly endedAt: Date | null;
  readonly endedHow: 'removed' | 'gone' | null;
  readonly secretAt: Date | null;
  readonly deliveredAt: Date | null;
  /** Since when the oldest that waits was tried in vain, and why. */
  readonly failing: { readonly fault: string; readonly status: number | null } | null;
  readonly waiting: number;
  readonly dead: number;
}

const RECEIVER = `
  select r.id, r.host, r.url, r.types as kinds, r.added_at as "addedAt", e.at as "endedAt", e.how as "endedHow",
    array(select t.name from webhook_receiver_tools o join tools t on t.id = o.tool_id where o.receiver_id = r.id order by lower(t.name), t.id) as tools,
    (select max(s.made_at) from webhook_secrets s where s.receiver_id = r.id) as "secretAt",
    d."deliveredAt", coalesce(d.waiting, 0) as waiting, coalesce(d.dead, 0) as dead,
    (select jsonb_build_object('fault', f.last_fault, 'status', f.last_status) from webhook_deliveries f
      where f.receiver_id = r.id and f.state = 'waiting' and f.last_fault is not null order by f.last_at desc, f.sequence limit 1) as failing
  from webhook_receivers r left join webhook_receiver_ends e on e.receiver_id = r.id
  left join lateral (select max(l.last_at) filter (where l.state = 'delivered') as "deliveredAt",
    (count(*) filter (where l.state = 'waiting'))::int as waiting, (count(*) filter (where l.state = 'dead'))::int as dead
    from webhook_deliveries l where l.receiver_id = r.id) d on true`;

/** Those that are told first, by host. */
export const listReceivers = (tx: Tx, most: number): Promise<ReceiverRow[]> =>
  tx.query(`${RECEIVER} order by (e.at is not null), lower(r.host), r.added_at, r.id limit $1`, [most]);

export const findReceiver = async (tx: Tx, id: string): Promise<ReceiverRow | null> => {
  const [row]: ReceiverRow[] = await tx.query(`${RECEIVER} where r.id = $1`, [id]);
  return row ?? null;
};

export interface LetterRow {
  readonly eventId: string;
  readonly toolName: string;
  readonly kind: string;
  readonly at: Date;
  readonly lastAt: Date | null;
  readonly attempts: number;
  readonly fault: string | null;
  readonly status: number | null;
  /** Something newer of the tool arrived, or what it said is no longer kept. */
  readonly overtaken: boolean;
}

/** Dead letters, newest first. */
export const lettersOf = (tx: Tx, receiverId: string, most: number): Promise<LetterRow[]> =>
  tx.query(
    `select d.event_id as "eventId", t.name as "toolName", e.type as kind, e.at, d.last_at as "lastAt", d.attempts, d.last_fault as fault, d.last_status as status,
       e.body is null or exists (select 1 from webhook_deliveries n where n.receiver_id = d.receiver_id and n.tool_id = d.tool_id
         and n.sequence > d.sequence and n.state = 'delivered') as overtaken
     from webhook_deliveries d join webhook_events e on e.id = d.event_id join tools t on t.id = d.tool_id
     where d.receiver_id = $1 and d.state = 'dead' order by e.at desc, lower(t.name), d.sequence desc limit $2`,
    [receiverId, most],
  );

/** Receivers with dead letters: what IT has to look at. */
export const receiversWithDeadLetters = async (tx: Tx): Promise<number> => {
  const [row]: { n: number }[] = await tx.query(
    `select count(distinct d.receiver_id)::int as n from webhook_deliveries d
     where d.state = 'dead' and not exists (select 1 from webhook_receiver_ends e where e.receiver_id = d.receiver_id)`,
  );
  return row?.n ?? 0;
};
