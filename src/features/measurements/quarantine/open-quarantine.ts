import type { Actor } from '../../../kernel/actor.js';
import { type Day, dayOf, momentAt } from '../../../kernel/clock.js';
import { newId, newReference } from '../../../kernel/ids.js';
import { evidenceAskLastDay, lockedDeletionLastDay } from '../../../policy/index.js';
import { endLimit, limitStatements, sqlState, type Tx } from '../../../platform/database/index.js';
import { enqueue } from '../../../platform/jobs/index.js';
import { record } from '../../evidence/index.js';
import { holdersOf, mailPersons } from '../../people/index.js';
import { findTool } from '../../tools/index.js';
import { measurementPaths } from '../measurements.paths.js';
import { quarantineMail } from './quarantine.mail.js';
import { countMeasured, moveFigures, moveLines } from './locked-data.repository.js';
import { countConcerned, insertQuarantine, isLockedOtherwise, nameConcerned, type QuarantineCause } from './quarantine.repository.js';

/** The job that gathers what came in while a quarantine was opened. */
export const GATHER = 'quarantines.gather';
/** The job that looks once more whether there is anything to lock. */
export const OPEN_LATE = 'quarantines.open-late';
/** What batches changed, a deadlock with one, and what took too long: waiting for a row, or doing it. */
const LATER: readonly string[] = ['40001', '40P01', '55P03', '57014'];
/** An act waits no longer for it. */
const AT_MOST_MS = 5000;

export interface Opening {
  readonly toolId: string;
  readonly cause: QuarantineCause;
  readonly fromOn: Day;
  readonly reason: string;
}

/** True: it was done, and nothing of it otherwise. */
const tried = async (tx: Tx, work: () => Promise<unknown>): Promise<boolean> => {
  await tx.query('savepoint before_move');
  try {
    await limitStatements(tx, AT_MOST_MS);
    await work();
    await endLimit(tx);
    await tx.query('release savepoint before_move');
    return true;
  } catch (error) {
    if (!LATER.includes(sqlState(error) ?? '')) throw error;
    await tx.query('rollback to savepoint before_move');
    return false;
  }
};

/**
 * What batches changed while the act was under way, its transaction does not see or may not touch, and much data takes its time. The act goes on all the same,
 * since neither may keep the council from its word; the job gathers the rest as soon as it is done. Figures first: they are what others see.
 */
const moveNow = async (tx: Tx, q: Parameters<typeof moveLines>[1]): Promise<void> => {
  if (await tried(tx, () => moveFigures(tx, q))) await tried(tx, () => moveLines(tx, q));
  await enqueue(tx, GATHER, { id: q.id });
};

interface Told {
  readonly id: string;
  readonly toolId: string;
  readonly from: Date;
  readonly fromOn: Day;
  readonly askUntil: Day;
  readonly deleteBy: Day;
}
/** Names whom it concerns and tells whoever was not told before. */
export const tellConcerned = async (tx: Tx, quarantine: Told, toolName: string, baseUrl: string): Promise<void> => {
  const people = await nameConcerned(tx, quarantine);
  const { askUntil, deleteBy } = quarantine;
  await mailPersons(tx, people, quarantineMail('concerned', { toolName, url: baseUrl + measurementPaths.mine, askUntil, deleteBy }));
};

/** Locks a period of a tool's data away and tells everybody concerned; also when all of it lies locked for another cause, which can fall away. Null: there was nothing to lock. */
export const openQuarantine = async (tx: Tx, actor: Actor, now: Date, opening: Opening, baseUrl: string): Promise<string | null> => {
  const { toolId, cause, fromOn } = opening;
  const from = momentAt(fromOn, '00:00') ?? now;
  const counted = await countMeasured(tx, toolId, fromOn);
  if (counted.measurements + counted.rollups === 0 && !(await isLockedOtherwise(tx, toolId, cause, fromOn, actor.personId !== null)))
    return null;
  const [id, reference, today] = [newId('q'), newReference(), dayOf(now)];
  const terms = { askUntil: evidenceAskLastDay(today), deleteBy: lockedDeletionLastDay(today) };
  await insertQuarantine(tx, { ...opening, ...terms, id, from, by: actor.personId, at: now, reference }, counted);
  await moveNow(tx, { id, toolId, from, fromOn });
  const toolName = (await findTool(tx, toolId))?.name ?? '';
  await tellConcerned(tx, { id, toolId, from, fromOn, ...terms }, toolName, baseUrl);
  const people = await countConcerned(tx, { toolId, from, fromOn });
  const officers = (await holdersOf(tx, ['privacy_officer', 'dpo'])).map(({ personId }) => personId);
  await mailPersons(tx, officers, quarantineMail('officer', { toolName, url: baseUrl + measurementPaths.quarantine(id), ...terms }));
  const payload = { cause, from: fromOn, ...counted, people, deleteBy: terms.deleteBy, reference };
  await record(tx, actor, now, 'quarantine.opened', { toolId, subjectId: id }, payload);
  return id;
};
