import type { Day } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';
import { recordConfidential } from '../evidence/index.js';

/** What became of what is stored here about a person, after an objection was upheld. */
export interface Erasure {
  /** `nothing`: there was nothing to erase. `held`: a legal hold keeps it until `heldUntil` (GDPR 17(3)(e)). `asked`: the person asked to keep it. */
  readonly outcome: 'erased' | 'nothing' | 'held' | 'asked';
  readonly heldUntil: Day | null;
  readonly at: Date;
}
export interface ToErase {
  readonly objectionId: string;
  readonly toolId: string;
  readonly personId: string;
}

const TO_ERASE = `select o.id as "objectionId", o.tool_id as "toolId", o.person_id as "personId" from objections o
  where exists (select 1 from objection_acts a where a.objection_id = o.id and a.kind = 'upheld')
    and not exists (select 1 from objection_acts a where a.objection_id = o.id and a.kind = 'withdrawn')
    and not exists (select 1 from objection_erasures e where e.objection_id = o.id and e.outcome not in ('held', 'asked'))`;

/** Upheld objections of which the data was not erased yet, and not withdrawn since. */
export const upheldToErase = (tx: Tx): Promise<ToErase[]> => tx.query(`${TO_ERASE} order by o.lodged_at, o.id limit 1000`);

/** One of them, held until the end of the transaction; null: it was done, or withdrawn. */
export const lockToErase = async (tx: Tx, objectionId: string): Promise<ToErase | null> => {
  await tx.query(`select 1 from objections where id = $1 for update`, [objectionId]);
  const [row]: ToErase[] = await tx.query(`${TO_ERASE} and o.id = $1`, [objectionId]);
  return row ?? null;
};

/** What was done with several objections at last. */
export const erasuresOf = async (tx: Tx, objectionIds: readonly string[]): Promise<ReadonlyMap<string, Erasure>> => {
  const rows: (Erasure & { objectionId: string })[] = await tx.query(
    `select distinct on (objection_id) objection_id as "objectionId", outcome, held_until::text as "heldUntil", at
     from objection_erasures where objection_id = any($1) order by objection_id, at desc`,
    [objectionIds],
  );
  return new Map(rows.map(({ objectionId, ...erasure }) => [objectionId, erasure]));
};

/** Writes down what was done, once; that a hold keeps the data, once for each end of a hold. */
export const noteErasure = async (tx: Tx, objectionId: string, { outcome, heldUntil, at }: Erasure): Promise<void> => {
  const last = (await erasuresOf(tx, [objectionId])).get(objectionId);
  if (last && last.outcome === outcome && last.heldUntil === heldUntil) return;
  await tx.query(`insert into objection_erasures (objection_id, outcome, held_until, at) values ($1, $2, $3, $4)`, [
    objectionId,
    outcome,
    heldUntil,
    at,
  ]);
  await recordConfidential(tx, at, { kind: `objection.data_${outcome}`, objection: objectionId });
};
