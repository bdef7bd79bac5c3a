import type { Tx } from '../../platform/database/index.js';

export interface Due {
  readonly receiverId: string;
  readonly eventId: string;
}
export interface Claimed extends Due {
  readonly toolId: string;
  readonly kind: string;
  readonly url: string;
  readonly body: string;
  readonly attempts: number;
  readonly termFrom: Date;
}

/** The oldest event that waits, of each tool for each receiver. A tool of which an event is under way waits, whatever comes after it. */
const HEADS = `
  select distinct on (d.receiver_id, d.tool_id) d.receiver_id, d.event_id, d.next_at, d.claimed_until from webhook_deliveries d
  where d.state = 'waiting' order by d.receiver_id, d.tool_id, d.sequence`;

/** What may be sent now, longest due first: of each receiver so many, so that one that hangs shuts nobody out. */
export const dueNow = (tx: Tx, now: Date, mostOfOne: number): Promise<Due[]> =>
  tx.query(
    `select h.receiver_id as "receiverId", h.event_id as "eventId" from (
       select h.receiver_id, h.event_id, h.next_at, row_number() over (partition by h.receiver_id order by h.next_at, h.event_id) as place from (${HEADS}) h
       where h.next_at <= $1 and (h.claimed_until is null or h.claimed_until <= $1)
         and not exists (select 1 from webhook_deliveries o join webhook_deliveries d on d.receiver_id = h.receiver_id and d.event_id = h.event_id
           where o.receiver_id = h.receiver_id and o.tool_id = d.tool_id and o.claimed_until > $1)) h
     where h.place <= $2 order by h.next_at, h.event_id`,
    [now, mostOfOne],
  );

/** When something is due next; null: nothing waits. */
export const nextDue = async (tx: Tx): Promise<Date | null> => {
  const [row]: { at: Date | null }[] = await tx.query(`select min(greatest(h.next_at, h.claimed_until)) as at from (${HEADS}) h`);
  return row?.at ?? null;
};

/** Takes one for this process until `until`; null: another one has it, it is done, or something older waits by now. Sending dead letters again waits for it. */
export const claim = async (tx: Tx, { receiverId, eventId }: Due, now: Date, until: Date): Promise<Claimed | null> => {
  await tx.query(`select pg_advisory_xact_lock_shared(hashtextextended($1, 53))`, [receiverId]);
  const [rows]: [Claimed[]] = await tx.query(
    `update webhook_deliveries d set claimed_until = $4 from webhook_receivers r, webhook_events e
     where d.receiver_id = $1 and d.event_id = $2 and d.state = 'waiting' and (d.claimed_until is null or d.claimed_until <= $3)
       and r.id = d.receiver_id and e.id = d.event_id
       and not exists (select 1 from webhook_deliveries o where o.receiver_id = d.receiver_id and o.tool_id = d.tool_id
         and o.sequence < d.sequence and o.state = 'waiting')
     returning d.receiver_id as "receiverId", d.event_id as "eventId", d.tool_id as "toolId", e.type as kind, r.url, e.body, d.attempts, d.term_from as "termFrom"`,
    [receiverId, eventId, now, until],
  );
  return rows[0] ?? null;
};

export interface Outcome {
  readonly state: 'waiting' | 'delivered' | 'dead';
  readonly nextAt: Date;
  readonly at: Date;
  readonly status: number | null;
  readonly fault: string | null;
}

/** Writes down how an attempt ended, unless somebody removed it meanwhile. */
export const settle = (tx: Tx, { receiverId, eventId }: Due, { state, nextAt, at, status, fault }: Outcome): Promise<unknown> =>
  tx.query(
    `update webhook_deliveries set state = $3, attempts = attempts + 1, next_at = $4, claimed_until = null, last_at = $5, last_status = $6, last_fault = $7
     where receiver_id = $1 and event_id = $2 and state = 'waiting'`,
    [receiverId, eventId, state, nextAt, at, status, fault],
  );

/** Everything that still waits for a receiver that takes no more. */
export const giveUpAll = (tx: Tx, receiverId: string): Promise<unknown> =>
  tx.query(`update webhook_deliveries set state = 'dead', claimed_until = null where receiver_id = $1 and state = 'waiting'`, [receiverId]);

/**
 * Dead letters that can be sent again: nothing newer of their tool arrived or is under way, and what they said is still kept. With one of them go the newer ones of its
 * tool: what it says may hold no more. Answers how many.
 */
export const sendDeadAgain = async (tx: Tx, receiverId: string, eventId: string | null, now: Date): Promise<number> => {
  const [rows]: [unknown[]] = await tx.query(
    `update webhook_deliveries d set state = 'waiting', attempts = 0, term_from = $3, next_at = $3
     from webhook_events e where d.receiver_id = $1 and ($2::text is null or d.event_id = $2 or exists (select 1 from webhook_deliveries o
         where o.receiver_id = $1 and o.event_id = $2 and o.tool_id = d.tool_id and o.sequence < d.sequence)) and d.state = 'dead' and e.id = d.event_id and e.body is not null
       and not exists (select 1 from webhook_deliveries n where n.receiver_id = d.receiver_id and n.tool_id = d.tool_id
         and n.sequence > d.sequence and (n.state = 'delivered' or n.claimed_until > $3))
     returning d.event_id`,
    [receiverId, eventId, now],
  );
  return rows.length;
};
