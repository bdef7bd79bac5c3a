import type { Tx } from '../../platform/database/index.js';
import type { Progress } from './domain/phase.js';

export interface LongJob extends Progress {
  readonly id: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly startedBy: string | null;
  readonly total: number;
  readonly done: number;
}

const LONG_JOB = `id, kind, subject_id as "subjectId", started_by as "startedBy", started_at as "startedAt", total, done, moved_at as "movedAt",
  failed_at as "failedAt", finished_at as "finishedAt"`;

interface NewLongJob {
  readonly id: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly by: string | null;
  readonly role: string;
  readonly at: Date;
  readonly total: number;
  readonly steps: number;
}
export const insertLongJob = async (tx: Tx, job: NewLongJob): Promise<void> => {
  await tx.query(
    `insert into long_jobs (id, kind, subject_id, started_by, started_role, started_at, total, steps_left, moved_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $6)`,
    [job.id, job.kind, job.subjectId, job.by, job.role, job.at, job.total, job.steps],
  );
};

export const findLongJob = async (tx: Tx, id: string): Promise<LongJob | null> => {
  const [row]: LongJob[] = await tx.query(`select ${LONG_JOB} from long_jobs where id = $1`, [id]);
  return row ?? null;
};

/** The work on this subject that is not over, or else the last that was. */
export const longJobOn = async (tx: Tx, subjectId: string): Promise<LongJob | null> => {
  const [row]: LongJob[] = await tx.query(
    `select ${LONG_JOB} from long_jobs where subject_id = $1 order by (finished_at is null) desc, started_at desc, id limit 1`,
    [subjectId],
  );
  return row ?? null;
};

/** Counts one step. The row is locked until this transaction ends, so that exactly one step is the last. */
export const countStep = async (tx: Tx, id: string, done: number, at: Date): Promise<LongJob | null> => {
  const [row]: LongJob[] = await tx.query(
    `with moved as (
       update long_jobs set done = done + $2, steps_left = steps_left - 1, moved_at = $3, failed_at = null,
         finished_at = case when steps_left = 1 then $3::timestamptz end
       where id = $1 and steps_left > 0 returning *)
     select ${LONG_JOB} from moved`,
    [id, done, at],
  );
  return row ?? null;
};

export const markFailed = async (tx: Tx, id: string, at: Date): Promise<void> => {
  await tx.query(`update long_jobs set failed_at = $2 where id = $1 and finished_at is null`, [id, at]);
};

export const forgetMailProgress = async (tx: Tx, before: Date): Promise<void> => {
  await tx.query(`delete from mail_progress where begun_at < $1`, [before]);
};
