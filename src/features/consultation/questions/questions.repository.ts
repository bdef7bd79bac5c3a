import type { Day } from '../../../kernel/clock.js';
import type { Tx } from '../../../platform/database/index.js';
import { insertInto } from '../insert-into.repository.js';

export const insertQuestion = insertInto('council_questions', ['id', 'request_id', 'text', 'asked_by', 'asked_at']);
export const insertAnswer = insertInto('council_answers', ['question_id', 'text', 'by_person', 'at', 'meeting_id']);

export const insertAnswerFiles = async (tx: Tx, questionId: string, fileIds: readonly string[]): Promise<void> => {
  await tx.query(`insert into council_answer_files (question_id, file_id) select $1, unnest($2::text[])`, [questionId, fileIds]);
};

export interface AnswerFile {
  readonly id: string;
  readonly name: string;
}
export interface Question {
  readonly id: string;
  readonly text: string;
  readonly askedAt: Date;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
  /** The day of the meeting in which it was answered; null for an answer in writing. */
  readonly answeredInMeetingOn: Day | null;
  readonly files: readonly AnswerFile[];
}
/** The questions on a request, in the order in which they were asked. */
export const readQuestions = (tx: Tx, requestId: string): Promise<Question[]> =>
  tx.query(
    `select q.id, q.text, q.asked_at as "askedAt", a.text as answer, a.at as "answeredAt", m.held_on::text as "answeredInMeetingOn",
      coalesce((select json_agg(json_build_object('id', f.id, 'name', f.name) order by f.name, f.id)
        from council_answer_files x join files f on f.id = x.file_id where x.question_id = q.id), '[]') as files
     from council_questions q left join council_answers a on a.question_id = q.id left join meetings m on m.id = a.meeting_id
     where q.request_id = $1 order by q.written_as`,
    [requestId],
  );

/** The file of an answer to a question on this request; null for any other file. */
export const answerFileOf = async (tx: Tx, requestId: string, questionId: string, fileId: string): Promise<string | null> => {
  const rows: { fileId: string }[] = await tx.query(
    `select x.file_id as "fileId" from council_answer_files x join council_questions q on q.id = x.question_id
     where q.request_id = $1 and q.id = $2 and x.file_id = $3`,
    [requestId, questionId, fileId],
  );
  return rows[0]?.fileId ?? null;
};
