import type { Tx } from '../../platform/database/index.js';

export interface NewRaisedChange {
  readonly id: string;
  readonly toolId: string;
  readonly versionId: string;
  readonly path: string;
  readonly item: string;
  readonly was: 'stricter' | 'text';
  readonly reason: string;
  readonly reference: string;
  readonly by: string;
  readonly at: Date;
}
export const insertRaisedChange = (tx: Tx, raised: NewRaisedChange): Promise<unknown> =>
  tx.query(
    `insert into raised_changes (id, tool_id, version_id, path, item, was, reason, reference, raised_by, raised_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      raised.id,
      raised.toolId,
      raised.versionId,
      raised.path,
      raised.item,
      raised.was,
      raised.reason,
      raised.reference,
      raised.by,
      raised.at,
    ],
  );
