import type { Actor } from '../../../kernel/actor.js';
import { type Day, dayOf, momentAt } from '../../../kernel/clock.js';
import { newId, newReference } from '../../../kernel/ids.js';
import { evidenceAskLastDay, lockedDeletionLastDay } from '../../../policy/index.js';
import { sqlState, type Tx } from '../../../platform/database/index.js';
import { enqueue } from '../../../platform/jobs/index.js';
import { record } from '../../evidence/index.js';
import { holdersOf, mailPersons } from '../../people/index.js';
import { findTool } from '../../tools/index.js';
import { measurementPaths } from '../measurements.paths.js';
import { quarantineMail } from './quarantine.mail.js';
import { countMeasured, moveAway } from './locked-data.repository.js';
import { countConcerned, insertQuarantine, isLockedOtherwise, nameConcerned, type QuarantineCause } from './quarantine.repository.js';

/** The job that gathers what came in while a quarantine was opened. */
export const GATHER = 'quarantines.gather';
/** The job that looks once more whether there is anything to lock. */
export const OPEN_LATE = 'quarantines.open-late';
const SERIALIZATION_FAILURE = '40001';
const DEADLOCK = '40P01';

export interface Opening {
  readonly toolId: string;
  readonly cause: QuarantineCause;
  readonly fromOn: Day;
  readonly reason: string;
}

/**
 * What batches changed while the act was under way, its transaction does not see or may not touch. The act goes on all the same, since agents that send may
 * not keep the council from its word; the job gathers the rest as soon as it is done.
 */
const moveNow = async (tx: Tx, q: Parameters<typeof moveAway>[1]): Promise<void> => {
  await tx.query('savepoint before_move');
  try {
    await moveAway(tx, q);
    await tx.query('release savepoint before_move');
  } catch (error) {
    if (![SERIALIZATION_FAILURE, DEADLOCK].includes(sqlState(error) ?? '')) throw error;
    await tx.query('rollback to savepoint before_move');
  }
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
