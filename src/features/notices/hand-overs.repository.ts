import type { Tx } from '../../platform/database/index.js';
import type { HandOver, Way } from './domain/hand-over.js';

export interface HandOverRecord extends HandOver {
  readonly id: string;
  readonly noticeId: string;
  readonly toolName: string;
  readonly personId: string;
  readonly way: Way;
  readonly statement: string;
  readonly handedBy: string;
  readonly handedAt: Date;
  readonly witnessStatement: string | null;
  readonly countsFrom: Date | null;
  readonly dispute: string | null;
}

const HAND_OVER = `select h.id, h.notice_id as "noticeId", t.name as "toolName", h.person_id as "personId", h.way, h.statement, h.handed_by as "handedBy",
  h.handed_at as "handedAt", h.witness_asked as "witnessAsked", h.witnessed_at as "witnessedAt", h.witness_statement as "witnessStatement", h.confirmed_at as "confirmedAt",
  h.counts_from as "countsFrom",  h.disputed_at as "disputedAt", h.dispute, h.settled_as as "settledAs"
  from hand_overs h join notices n on n.id = h.notice_id join tools t on t.id = n.tool_id`;

export const findSending = async (tx: Tx, noticeId: string, personId: string): Promise<{ sentAt: Date } | null> => {
  const [row]: { sentAt: Date }[] = await tx.query(
    `select sent_at as "sentAt" from notice_deliveries where notice_id = $1 and person_id = $2 for update`,
    [noticeId, personId],
  );
  return row ?? null;
};

export const lockHandOver = async (tx: Tx, id: string): Promise<HandOverRecord | null> => {
  const [row]: HandOverRecord[] = await tx.query(`${HAND_OVER} where h.id = $1 for update of h`, [id]);
  return row ?? null;
};

/** Hand-overs in which this person is named: as who got the notice, or as who is asked to confirm it. */
export const handOversConcerning = (tx: Tx, personId: string): Promise<HandOverRecord[]> =>
  tx.query(
    `${HAND_OVER} where h.person_id = $1 or (h.witness_asked = $1 and h.witnessed_at is null) order by h.handed_at desc, h.id limit 50`,
    [personId],
  );

export const openDisputes = (tx: Tx): Promise<HandOverRecord[]> =>
  tx.query(`${HAND_OVER} where h.disputed_at is not null and h.settled_as is null order by h.disputed_at, h.id limit 200`);

interface NewHandOver {
  readonly id: string;
  readonly noticeId: string;
  readonly personId: string;
  readonly way: Way;
  readonly statement: string;
  readonly by: string;
  /** Null: only the receiver is asked. */
  readonly witness: string | null;
  readonly at: Date;
}
export const insertHandOver = async (tx: Tx, row: NewHandOver): Promise<void> => {
  await tx.query(
    `insert into hand_overs (id, notice_id, person_id, way, statement, handed_by, handed_at, witness_asked) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [row.id, row.noticeId, row.personId, row.way, row.statement, row.by, row.at, row.witness],
  );
};
interface Witnessing {
  readonly by: string;
  readonly statement: string;
  readonly at: Date;
  readonly countsFrom: Date;
}
export const markWitnessed = async (tx: Tx, id: string, { by, statement, at, countsFrom }: Witnessing): Promise<void> => {
  await tx.query(`update hand_overs set witnessed_by = $2, witness_statement = $3, witnessed_at = $4, counts_from = $5 where id = $1`, [
    id,
    by,
    statement,
    at,
    countsFrom,
  ]);
};
export const markConfirmed = async (tx: Tx, id: string, at: Date): Promise<void> => {
  await tx.query(`update hand_overs set confirmed_at = $2 where id = $1`, [id, at]);
};
export const markDisputed = async (tx: Tx, id: string, text: string, at: Date): Promise<void> => {
  await tx.query(`update hand_overs set disputed_at = $3, dispute = $2 where id = $1`, [id, text, at]);
};
export const markSettled = async (tx: Tx, id: string, as: 'delivered' | 'not_delivered', by: string, at: Date): Promise<void> => {
  await tx.query(`update hand_overs set settled_as = $2, settled_by = $3, settled_at = $4 where id = $1`, [id, as, by, at]);
};

/** What stands or waits as handed to this person, without their own word. */
export const lockUnconfirmed = (tx: Tx, personId: string): Promise<HandOverRecord[]> =>
  tx.query(
    `${HAND_OVER} where h.person_id = $1 and h.confirmed_at is null and h.disputed_at is null order by h.handed_at, h.id limit 50 for update of h`,
    [personId],
  );

export const countOpenDisputes = async (tx: Tx): Promise<number> => {
  const [row]: { open: number }[] = await tx.query(
    `select count(*)::int as open from hand_overs where disputed_at is not null and settled_as is null`,
  );
  return row?.open ?? 0;
};
