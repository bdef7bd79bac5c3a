import { newId } from '../../kernel/ids.js';
import type { Tx } from '../../platform/database/index.js';

export interface OfficerReset {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly askedBy: string;
  readonly askedAt: Date;
}

/** Asks for a reset; one waits at a time for each officer. Answers null when one waits already. */
export const askOfficerReset = async (tx: Tx, personId: string, askedBy: string, now: Date): Promise<string | null> => {
  const rows: { id: string }[] = await tx.query(
    `insert into officer_resets (id, person_id, asked_by, asked_at) values ($1, $2, $3, $4)
     on conflict (person_id) where confirmed_at is null do nothing returning id`,
    [newId('o'), personId, askedBy, now],
  );
  return rows[0]?.id ?? null;
};

const RESET = `select r.id, r.person_id as "personId", p.name, r.asked_by as "askedBy", r.asked_at as "askedAt"
  from officer_resets r join persons p on p.id = r.person_id where r.confirmed_at is null`;

export const openOfficerResets = (tx: Tx): Promise<OfficerReset[]> => tx.query(`${RESET} order by r.asked_at`);

/** Locks a reset that still waits; the same officer twice at once finds it gone the second time. */
export const lockOfficerReset = async (tx: Tx, id: string): Promise<OfficerReset | null> => {
  const rows: OfficerReset[] = await tx.query(`${RESET} and r.id = $1 for update of r`, [id]);
  return rows[0] ?? null;
};

export const confirmOfficerReset = async (tx: Tx, id: string, by: string, now: Date): Promise<void> => {
  await tx.query(`update officer_resets set confirmed_by = $2, confirmed_at = $3 where id = $1`, [id, by, now]);
};
