import type { Tx } from '../../platform/database/index.js';

/** A tool of which the employer owes an answer to the council, or a date on which it stops or is repaired. */
export interface UnansweredTool {
  readonly toolId: string;
  readonly toolName: string;
  readonly lacks: 'answer' | 'date';
}

export const unansweredTools = (tx: Tx): Promise<readonly UnansweredTool[]> =>
  tx.query(
    `select id as "toolId", name as "toolName", case when hr_answer is null and claimed_by_council then 'answer' else 'date' end as lacks
     from tools where (claimed_by_council and hr_answer is null) or (runs_without_consent and stop_or_repair_on is null)
     order by created_at limit 100`,
  );
