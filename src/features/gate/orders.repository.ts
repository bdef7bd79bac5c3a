import type { Json } from '../../kernel/canonical.js';
import type { Tx } from '../../platform/database/index.js';

export type OrderKind = 'start' | 'stop' | 'person_out';

export interface OrderRow {
  readonly id: string;
  readonly tool_id: string;
  readonly tool_name: string;
  readonly version_id: string;
  readonly kind: OrderKind;
  readonly person_id: string | null;
  readonly instructions: Json;
  readonly reference: string;
  readonly given_at: Date;
  readonly due_at: Date;
  readonly reminded_at: Date | null;
  readonly confirmed_at: Date | null;
  readonly evidence: string | null;
}

const SELECT = `select o.id, o.tool_id, t.name as tool_name, o.version_id, o.kind, o.person_id, o.instructions, o.reference, o.given_at, o.due_at, o.reminded_at,
    c.confirmed_at, c.evidence
  from orders o join tools t on t.id = o.tool_id left join order_confirmations c on c.order_id = o.id`;

export const insertOrder = (
  tx: Tx,
  row: {
    id: string;
    toolId: string;
    versionId: string;
    activationId: string | null;
    kind: OrderKind;
    personId: string | null;
    instructions: Json;
    reference: string;
    by: string | null;
    at: Date;
    dueAt: Date;
  },
): Promise<unknown> =>
  tx.query(
    `insert into orders (id, tool_id, version_id, activation_id, kind, person_id, instructions, reference, given_by, given_at, due_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      row.id,
      row.toolId,
      row.versionId,
      row.activationId,
      row.kind,
      row.personId,
      JSON.stringify(row.instructions),
      row.reference,
      row.by,
      row.at,
      row.dueAt,
    ],
  );

/** Orders for IT, open ones first. Who a `person_out` order is about is read only by the order's own page. */
export const listOrders = (tx: Tx, limit: number): Promise<readonly OrderRow[]> =>
  tx.query(`${SELECT} order by (c.confirmed_at is null) desc, o.due_at desc limit $1`, [limit]);

export const findOrder = async (tx: Tx, id: string): Promise<OrderRow | null> => {
  const [row]: OrderRow[] = await tx.query(`${SELECT} where o.id = $1`, [id]);
  return row ?? null;
};

/** Stop orders that IT has not confirmed yet: the open alarm that council, the DPO and employees see. */
export const openAlarms = (
  tx: Tx,
  now: Date,
): Promise<readonly { tool_id: string; tool_name: string; order_id: string; reference: string; due_at: Date }[]> =>
  tx.query(
    `select o.tool_id, t.name as tool_name, o.id as order_id, o.reference, o.due_at from orders o join tools t on t.id = o.tool_id
     where o.kind = 'stop' and not exists (select 1 from order_confirmations c where c.order_id = o.id) and o.given_at <= $1
     order by o.due_at`,
    [now],
  );

export const insertOrderConfirmation = (
  tx: Tx,
  row: { orderId: string; evidence: string; fileId: string | null; asApproved: boolean; by: string; at: Date },
): Promise<unknown> =>
  tx.query(
    `insert into order_confirmations (order_id, evidence, evidence_file_id, settings_as_approved, confirmed_by, confirmed_at) values ($1, $2, $3, $4, $5, $6)`,
    [row.orderId, row.evidence, row.fileId, row.asApproved, row.by, row.at],
  );

/** Orders that are due and not confirmed, to remind IT of once a day. */
export const takeOverdue = (tx: Tx, now: Date): Promise<readonly { id: string; tool_id: string; kind: OrderKind; reference: string }[]> =>
  tx
    .query(
      `update orders o set reminded_at = $1 where o.due_at <= $1 and (o.reminded_at is null or o.reminded_at <= $1::timestamptz - interval '1 day')
       and not exists (select 1 from order_confirmations c where c.order_id = o.id) returning o.id, o.tool_id, o.kind, o.reference`,
      [now],
    )
    .then(
      (result: unknown) =>
        (Array.isArray(result) && Array.isArray(result[0]) ? result[0] : result) as {
          id: string;
          tool_id: string;
          kind: OrderKind;
          reference: string;
        }[],
    );

export const insertPersonOutProof = (tx: Tx, row: { toolId: string; evidence: string; by: string; at: Date }): Promise<unknown> =>
  tx.query(
    `insert into person_out_proofs (tool_id, evidence, shown_by, shown_at) values ($1, $2, $3, $4)
     on conflict (tool_id) do update set evidence = excluded.evidence, shown_by = excluded.shown_by, shown_at = excluded.shown_at`,
    [row.toolId, row.evidence, row.by, row.at],
  );

export const personOutIsProven = async (tx: Tx, toolId: string): Promise<boolean> => {
  const rows: unknown[] = await tx.query(`select 1 from person_out_proofs where tool_id = $1`, [toolId]);
  return rows.length > 0;
};

export const startIsConfirmed = async (tx: Tx, activationId: string): Promise<boolean> => {
  const rows: unknown[] = await tx.query(
    `select 1 from orders o join order_confirmations c on c.order_id = o.id where o.activation_id = $1 and o.kind = 'start'`,
    [activationId],
  );
  return rows.length > 0;
};

/** Orders to take one person out that are late: handler and DPO see them, and nobody else. About whom is never said, so a handler hears nothing of his own line. */
export const latePersonOut = (
  tx: Tx,
  now: Date,
  handlerId: string | null,
): Promise<readonly { tool_id: string; tool_name: string; reference: string; due_at: Date }[]> =>
  tx.query(
    `with recursive reports (id) as (
       select id from persons where $2::text in (id, manager_id) union select p.id from persons p join reports r on p.manager_id = r.id)
     select o.tool_id, t.name as tool_name, o.reference, o.due_at from orders o join tools t on t.id = o.tool_id
     where o.kind = 'person_out' and o.due_at <= $1 and not exists (select 1 from order_confirmations c where c.order_id = o.id)
       and ($2::text is null or o.person_id not in (select id from reports)) order by o.due_at`,
    [now, handlerId],
  );

/** Who is paused and whom no order took out since the tool was switched on last. */
export const pausedPeople = async (tx: Tx, toolId: string): Promise<readonly string[]> => {
  const rows: { person_id: string }[] = await tx.query(
    `select distinct p.person_id from people_paused p where p.tool_id = $1 and not exists (
       select 1 from orders o where o.kind = 'person_out' and o.person_id = p.person_id and o.activation_id = (
         select a.id from activations a where a.tool_id = $1 order by a.activated_at desc, a.generation desc limit 1))`,
    [toolId],
  );
  return rows.map(({ person_id }) => person_id);
};
