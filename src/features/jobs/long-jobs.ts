import type { Actor, Language } from '../../kernel/actor.js';
import type { Transactions, Tx } from '../../platform/database/index.js';
import { text } from '../../platform/i18n/index.js';
import { mailPersons } from '../people/index.js';
import { jobsCatalogue } from './jobs.catalogue.js';
import { jobPaths } from './jobs.paths.js';
import { countStep, insertLongJob, markFailed } from './long-jobs.repository.js';

/** A kind of work that is done in steps, each by a job of its own. */
export interface LongWork {
  readonly kind: string;
  /** Queues every step that is still to do. Calling it twice does no harm. */
  queue(tx: Tx, subjectId: string): Promise<void>;
  readonly words: Readonly<Record<Language, LongWorkWords>>;
  /** The page to go on to. */
  hrefOf(subjectId: string): string;
}
export interface LongWorkWords {
  readonly title: string;
  /** What is counted, in the plural: "mensen". */
  readonly counted: string;
  readonly safe: string;
  readonly finished: string;
  readonly goOn: string;
}

const kinds = new Map<string, LongWork>();
export const registerLongWork = (work: LongWork): void => void kinds.set(work.kind, work);
export const longWorkOf = (kind: string): LongWork | null => kinds.get(kind) ?? null;

export interface LongWorkToDo {
  /** `newId('j')`: what its steps are kept under may name it before it begins. */
  readonly id: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly total: number;
  readonly steps: number;
}

/** Begins long work, which who started it follows under its id. Queue its steps in the same transaction. */
export const startLongJob = async (tx: Tx, actor: Actor, now: Date, work: LongWorkToDo): Promise<void> =>
  insertLongJob(tx, { ...work, by: actor.personId, role: actor.role, at: now });

/** Counts one step that was done in this transaction. True for the last one: then who started it gets a mail. */
export const stepDone = async (tx: Tx, id: string, done: number, now: Date, baseUrl: string): Promise<boolean> => {
  const job = await countStep(tx, id, done, now);
  if (!job?.finishedAt) return false;
  if (job.startedBy !== null) await mailPersons(tx, [job.startedBy], finishedMail(`${baseUrl}${jobPaths.job(id)}`));
  return true;
};

/** Does a step, and says on the page of the work when it failed. */
export const stepOf = async <T>(transactions: Transactions, id: string, now: Date, step: () => Promise<T>): Promise<T> => {
  try {
    return await step();
  } catch (error) {
    await transactions.run((tx) => markFailed(tx, id, now)).catch(() => undefined);
    throw error;
  }
};

const finishedMail = (url: string) => ({ nl: finishedIn('nl', url), en: finishedIn('en', url) });
const finishedIn = (language: Language, url: string) => ({
  subject: text(jobsCatalogue, language)('mail.subject'),
  text: text(jobsCatalogue, language)('mail.text', { url }),
});
