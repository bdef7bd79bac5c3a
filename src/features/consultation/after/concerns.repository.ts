import type { Day } from '../../../kernel/clock.js';
import type { Tx } from '../../../platform/database/index.js';
import type { Body } from '../domain/case-file.js';
import { insertInto } from '../insert-into.repository.js';

export const insertConcern = insertInto('concerns', ['id', 'tool_id', 'text', 'due_on', 'reference', 'raised_by', 'raised_at']);
export const insertConcernAnswer = insertInto('concern_answers', ['concern_id', 'text', 'reference', 'by_person', 'at']);

export interface Concern {
  readonly id: string;
  readonly toolId: string;
  readonly toolName: string;
  /** Whom the employer last asked about the tool; null: nobody yet. */
  readonly asked: Body | null;
  readonly text: string;
  readonly dueOn: Day;
  readonly reference: string;
  readonly raisedAt: Date;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
}
const CONCERNS = `select c.id, c.tool_id as "toolId", t.name as "toolName", c.text, c.due_on::text as "dueOn", c.reference, c.raised_at as "raisedAt",
    a.text as answer, a.at as "answeredAt",
    (select q.body from consent_requests q where q.tool_id = c.tool_id order by q.sent_at desc, q.id limit 1) as asked
  from concerns c join tools t on t.id = c.tool_id left join concern_answers a on a.concern_id = c.id`;

export const findConcern = async (tx: Tx, id: string): Promise<Concern | null> => {
  const rows: Concern[] = await tx.query(`${CONCERNS} where c.id = $1`, [id]);
  return rows[0] ?? null;
};
/** Those without an answer first. */
export const listConcerns = (tx: Tx, toolId: string | null = null): Promise<Concern[]> =>
  tx.query(`${CONCERNS} where $1::text is null or c.tool_id = $1 order by a.at is not null, c.written_as desc limit 100`, [toolId]);
