import { newId } from '../../../kernel/ids.js';
import type { Tx } from '../../../platform/database/index.js';
import type { CommentAct } from '../domain/answer-comments.js';
import type { By } from '../dpia.repository.js';

export const insertComment = async (tx: Tx, requestId: string, act: CommentAct, by: By): Promise<string> => {
  const id = newId('o');
  await tx.query(
    `insert into advice_comments (id, request_id, attribute, item, verdict, text, by_person, at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [id, requestId, act.attribute, act.item, act.verdict, act.text, by.personId, by.at],
  );
  return id;
};

/** Everything that was said of single answers to one question for advice, oldest first. */
export const commentActs = (tx: Tx, requestId: string): Promise<CommentAct[]> =>
  tx.query(`select attribute, item, verdict, text from advice_comments where request_id = $1 order by written_as`, [requestId]);
