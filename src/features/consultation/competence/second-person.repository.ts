import type { Tx } from '../../../platform/database/index.js';
import { insertInto } from '../insert-into.repository.js';

export const insertSecondPerson = insertInto('second_persons', [
  'tool_id',
  'version_id',
  'fingerprint',
  'by_person',
  'by_role',
  'reference',
  'at',
]);

/** Who confirmed as the second person on one of these fingerprints. */
export const readSecondPersons = async (tx: Tx, toolId: string, fingerprints: readonly string[]): Promise<readonly string[]> => {
  const rows: { person: string }[] = await tx.query(
    `select by_person as person from second_persons where tool_id = $1 and fingerprint = any($2) order by at, by_person`,
    [toolId, fingerprints],
  );
  return rows.map(({ person }) => person);
};
