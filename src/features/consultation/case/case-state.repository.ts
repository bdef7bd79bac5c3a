import type { Tx } from '../../../platform/database/index.js';

export interface CaseState {
  /** Since when the tool is stopped and nobody said that the reason is gone; null while it is not. */
  readonly stoppedSince: Date | null;
  readonly openQuestions: number;
}
/** What every page of a case says of it, in one query. */
export const readCaseState = async (tx: Tx, toolId: string, requestId: string): Promise<CaseState> => {
  const rows: CaseState[] = await tx.query(
    `select (select s.since from tools_stopped s where s.tool_id = $1) as "stoppedSince",
      (select count(*)::int from council_questions q where q.request_id = $2
        and not exists (select 1 from council_answers a where a.question_id = q.id)) as "openQuestions"`,
    [toolId, requestId],
  );
  return rows[0] ?? { stoppedSince: null, openQuestions: 0 };
};
