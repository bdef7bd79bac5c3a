import type { Tx } from '../../../platform/database/index.js';

/** Who acted for the employer on this version, and therefore has no vote on it. */
export const barredIn = async (tx: Tx, versionId: string): Promise<readonly string[]> => {
  const rows: { person: string }[] = await tx.query(
    `select distinct person_id as person from version_makers where version_id = $1 order by person`,
    [versionId],
  );
  return rows.map(({ person }) => person);
};
