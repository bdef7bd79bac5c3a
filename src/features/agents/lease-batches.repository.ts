import type { Day } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';

/** Tools with leases that stand in no batch yet. */
export const toolsToBatch = async (tx: Tx, before: Date): Promise<readonly string[]> => {
  const rows: { tool_id: string }[] = await tx.query(
    `select distinct ac.tool_id from leases l join activations ac on ac.id = l.activation_id where l.batch_id is null and l.issued_at < $1 order by 1`,
    [before],
  );
  return rows.map((row) => row.tool_id);
};

/** Leases of one tool that stand in no batch yet, held until the end of the transaction. */
export const takeUnbatched = async (tx: Tx, toolId: string, before: Date): Promise<readonly string[]> => {
  const rows: { jti: string }[] = await tx.query(
    `select l.jti from leases l join activations ac on ac.id = l.activation_id
     where ac.tool_id = $1 and l.batch_id is null and l.issued_at < $2 order by l.jti for update of l skip locked`,
    [toolId, before],
  );
  return rows.map((row) => row.jti);
};

export const insertBatch = async (
  tx: Tx,
  row: { id: string; toolId: string; hash: string; until: Date; jtis: readonly string[] },
): Promise<void> => {
  await tx.query(`insert into lease_batches (id, tool_id, leases, leases_hash, until) values ($1, $2, $3, $4, $5)`, [
    row.id,
    row.toolId,
    row.jtis.length,
    row.hash,
    row.until,
  ]);
  await tx.query(`update leases set batch_id = $1 where jti = any ($2)`, [row.id, row.jtis]);
};

/** What an agent asked and got says when somebody worked: it goes as soon as nobody needs it. Answers how many leases went. */
export const forgetOld = async (tx: Tx, before: { proofs: Date; leases: Date; refusals: Date }): Promise<number> => {
  await tx.query(`delete from used_proofs where at < $1`, [before.proofs]);
  await tx.query(`delete from lease_refusals where at < $1`, [before.refusals]);
  await tx.query(`delete from enrolment_codes where expires_at < $1`, [before.leases]);
  const [row]: { n: number }[] = await tx.query(
    `with gone as (delete from leases where expires_at < $1 and batch_id is not null returning 1) select count(*)::int as n from gone`,
    [before.leases],
  );
  return row?.n ?? 0;
};

/** Leases given for each tool on each day from `first` up to the day before `before`. A group that ends at midnight belongs to the day that ended. */
export const leasesGiven = (tx: Tx, first: Day, before: Day): Promise<{ toolId: string; day: Day; leases: number }[]> =>
  tx.query(
    `select tool_id as "toolId", ((until - interval '1 second') at time zone 'Europe/Amsterdam')::date::text as day, sum(leases)::int as leases
     from lease_batches
     where until > ($1::date::timestamp at time zone 'Europe/Amsterdam') and until <= ($2::date::timestamp at time zone 'Europe/Amsterdam')
     group by 1, 2`,
    [first, before],
  );
