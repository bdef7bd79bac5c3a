import type { Json } from '../../../kernel/canonical.js';
import type { Tx } from '../../../platform/database/index.js';
import { OWN_DATA, OWN_DATA_KINDS, type OwnDataKind } from './own-data.queries.js';

export type OwnRow = Readonly<Record<string, Json>>;
export type OwnData = Readonly<Record<OwnDataKind, readonly OwnRow[]>>;
export type OwnCounts = Readonly<Record<OwnDataKind, number>>;

const rowsOf = (kind: OwnDataKind): string => `(select coalesce(jsonb_agg(to_jsonb(x)), '[]') from (${OWN_DATA[kind]}) x) as "${kind}"`;

/** How this person stands in the register; null: not at all. */
export const readOwnPerson = async (tx: Tx, personId: string): Promise<OwnRow | null> => {
  const [row]: { person: OwnRow[] }[] = await tx.query(`select ${rowsOf('person')}`, [personId]);
  return row?.person[0] ?? null;
};

/** Everything at once: one query, whatever there is. Instants as ISO 8601. */
export const readOwnData = async (tx: Tx, personId: string): Promise<OwnData> => {
  const [row]: OwnData[] = await tx.query(`select ${OWN_DATA_KINDS.map(rowsOf).join(', ')}`, [personId]);
  if (!row) throw new Error('Expected: one row. Found: none.');
  return row;
};

/** How much there is of each kind. */
export const countOwnData = async (tx: Tx, personId: string): Promise<OwnCounts> => {
  const parts = OWN_DATA_KINDS.map((kind) => `(select count(*)::int from (${OWN_DATA[kind]}) x) as "${kind}"`);
  const [row]: OwnCounts[] = await tx.query(`select ${parts.join(', ')}`, [personId]);
  if (!row) throw new Error('Expected: one row. Found: none.');
  return row;
};
