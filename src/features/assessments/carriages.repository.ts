import type { Tx } from '../../platform/database/index.js';

export interface OpenCarriage {
  readonly id: string;
  readonly isStated: boolean;
  readonly isComplete: boolean;
  /** Conditions of the DPO that no machine holds and that the DPO has yet to confirm. */
  readonly waitsForDpo: boolean;
  readonly waitsForCouncil: boolean;
}

/** The carriage to a version, if one was proposed. */
export const openCarriageTo = async (tx: Tx, versionId: string): Promise<OpenCarriage | null> => {
  const waits = (kind: 'dpo' | 'council') =>
    `exists (select from carriage_conditions x where x.carriage_id = c.id and x.condition_kind = '${kind}' and not x.is_machine_limit and x.confirmed_at is null)`;
  const [row]: OpenCarriage[] = await tx.query(
    `select c.id, c.dpia_stated_at is not null as "isStated", c.confirmed_at is not null as "isComplete",
       ${waits('dpo')} as "waitsForDpo", ${waits('council')} as "waitsForCouncil"
     from carriages c where c.to_version_id = $1 order by c.proposed_at desc, c.id limit 1`,
    [versionId],
  );
  return row ?? null;
};
