import type { Tx } from '../../platform/database/index.js';

/** Invocations on one fingerprint that nothing has ended yet. */
export const openNullities = async (tx: Tx, toolId: string, fingerprint: string): Promise<readonly string[]> => {
  const rows: { id: string }[] = await tx.query(
    `select n.id from nullity_invocations n where n.tool_id = $1 and n.fingerprint = $2
      and not exists (select 1 from nullity_ends e where e.invocation_id = n.id) order by n.written_as`,
    [toolId, fingerprint],
  );
  return rows.map(({ id }) => id);
};
