import { crockford } from '../../kernel/ids.js';
import { sha256 } from '../../kernel/canonical.js';
import type { Tx } from '../../platform/database/index.js';

const CODE_LENGTH = 26;

export const organisationName = async (tx: Tx): Promise<string | null> => {
  const rows: { name: string }[] = await tx.query(`select name from organisation`);
  return rows[0]?.name ?? null;
};

/** A new one-time code for the first administrator, which voids earlier ones; null once there is an organisation. */
export const createSetupLink = async (tx: Tx, now: Date): Promise<string | null> => {
  if ((await organisationName(tx)) !== null) return null;
  const code = crockford(CODE_LENGTH);
  await tx.query(`update setup_links set used_at = $1 where used_at is null`, [now]);
  await tx.query(`insert into setup_links (code_hash, created_at) values ($1, $2)`, [sha256(code), now]);
  return code;
};

export const isSetupCode = async (tx: Tx, code: string): Promise<boolean> => {
  const rows: unknown[] = await tx.query(`select from setup_links where code_hash = $1 and used_at is null`, [sha256(code)]);
  return rows.length === 1;
};

/** False when the code is unknown or used: of two at once one succeeds. */
export const useSetupCode = async (tx: Tx, code: string, now: Date): Promise<boolean> => {
  const answer: [unknown[], number] = await tx.query(`update setup_links set used_at = $2 where code_hash = $1 and used_at is null`, [
    sha256(code),
    now,
  ]);
  return answer[1] === 1;
};

export const insertOrganisation = async (tx: Tx, name: string, jurisdiction: string, now: Date): Promise<void> => {
  await tx.query(`insert into organisation (name, jurisdiction, set_up_at) values ($1, $2, $3)`, [name, jurisdiction, now]);
};
