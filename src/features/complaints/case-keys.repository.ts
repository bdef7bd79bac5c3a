import type { Day } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';
import type { LockedKey } from '../../platform/sealing/index.js';

export interface CaseKey extends LockedKey {
  readonly id: string;
  readonly probe: Buffer;
  readonly provenOn: Day | null;
}

/** The newest key of this person, proven or not. */
export const latestKey = async (tx: Tx, personId: string): Promise<CaseKey | null> => {
  const [row]: (Omit<CaseKey, 'cost'> & { memoryKib: number; passes: number })[] = await tx.query(
    `select k.id, k.public_key as "publicKey", k.locked, k.salt, k.memory_kib as "memoryKib", k.passes, k.probe, p.proven_on::text as "provenOn"
     from case_keys k left join case_key_proofs p on p.key_id = k.id where k.person_id = $1 order by k.written_as desc limit 1`,
    [personId],
  );
  return row ? { ...row, cost: { memoryKib: row.memoryKib, passes: row.passes } } : null;
};

type NewKey = Omit<CaseKey, 'provenOn'> & { readonly personId: string; readonly madeOn: Day };
export const insertKey = async (tx: Tx, key: NewKey): Promise<void> => {
  await tx.query(
    `insert into case_keys (id, person_id, public_key, locked, salt, memory_kib, passes, probe, made_on) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      key.id,
      key.personId,
      Buffer.from(key.publicKey),
      Buffer.from(key.locked),
      key.salt,
      key.cost.memoryKib,
      key.cost.passes,
      key.probe,
      key.madeOn,
    ],
  );
};
export const insertProof = async (tx: Tx, keyId: string, provenOn: Day): Promise<void> => {
  await tx.query(`insert into case_key_proofs (key_id, proven_on) values ($1, $2) on conflict do nothing`, [keyId, provenOn]);
};

export interface ProvenKey {
  readonly personId: string;
  readonly keyId: string;
  readonly publicKey: Buffer;
}
/** Everyone who proved to be able to open what is sealed for them. */
export const provenKeys = (tx: Tx): Promise<ProvenKey[]> =>
  tx.query(`select person_id as "personId", key_id as "keyId", public_key as "publicKey" from proven_case_keys`);

export const namedHandlers = async (tx: Tx): Promise<readonly string[]> => {
  const [row]: { handlerId: string | null; deputyId: string | null }[] = await tx.query(
    `select handler_id as "handlerId", deputy_id as "deputyId" from open_channels where kind = 'complaint'`,
  );
  return [row?.handlerId, row?.deputyId].filter((id): id is string => Boolean(id));
};

/** Everyone above each of these persons, however far up. */
export const linesAbove = async (tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> => {
  const rows: { of: string; above: string[] }[] = await tx.query(
    `with recursive line (of, id) as (
       select id, manager_id from persons where id = any($1) and manager_id is not null
       union select line.of, p.manager_id from line join persons p on p.id = line.id where p.manager_id is not null)
     select of, array_agg(id) as above from line group by of`,
    [personIds],
  );
  return new Map(rows.map(({ of, above }) => [of, above]));
};
