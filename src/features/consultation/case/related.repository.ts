import type { Tx } from '../../../platform/database/index.js';

/** Another request about the same tool. */
export interface RelatedRequest {
  readonly requestId: string;
  readonly number: number;
}
export interface Related {
  /** The newest request before this one that was refused. */
  readonly refusedBefore: RelatedRequest | null;
  /** The first request after this one. */
  readonly newer: RelatedRequest | null;
  readonly newestVersion: number;
}

const REFUSED = `exists (select 1 from council_decisions d join decision_confirmations c on c.decision_id = d.id where d.request_id = o.id and (d.decision = 'refused'
    or exists (select 1 from final_decisions f join decision_conditions k on k.decision_id = d.id where f.decision_id = d.id and not k.id = any (f.takes_over))))`;
const FOUND = `select json_build_object('requestId', o.id, 'number', v.number) from consent_requests o join tool_versions v on v.id = o.version_id
    where o.tool_id = r.tool_id`;

/** What came before and after a request about the same tool, in one query. */
export const readRelated = async (tx: Tx, requestId: string): Promise<Related> => {
  const rows: Related[] = await tx.query(
    `select (${FOUND} and o.written_as < r.written_as and ${REFUSED} order by o.written_as desc limit 1) as "refusedBefore",
      (${FOUND} and o.written_as > r.written_as order by o.written_as limit 1) as newer,
      (select max(v.number) from tool_versions v where v.tool_id = r.tool_id) as "newestVersion"
     from consent_requests r where r.id = $1`,
    [requestId],
  );
  return rows[0] ?? { refusedBefore: null, newer: null, newestVersion: 0 };
};
