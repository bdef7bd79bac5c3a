import type { Actor } from '../../../kernel/actor.js';
import { type Day, dayOf, momentAt } from '../../../kernel/clock.js';
import { newId, newReference } from '../../../kernel/ids.js';
import { evidenceAskLastDay, lockedDeletionLastDay } from '../../../policy/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { record } from '../../evidence/index.js';
import { holdersOf, mailPersons } from '../../people/index.js';
import { findTool } from '../../tools/index.js';
import { measurementPaths } from '../measurements.paths.js';
import { quarantineMail } from './quarantine.mail.js';
import { countMeasured, lockAway, nameConcerned, type QuarantineCause } from './quarantine.repository.js';

export interface Opening {
  readonly toolId: string;
  readonly cause: QuarantineCause;
  readonly fromOn: Day;
  readonly reason: string;
}

/** Locks a period of a tool's data away and tells everybody concerned. Null: there was nothing to lock. */
export const openQuarantine = async (tx: Tx, actor: Actor, now: Date, opening: Opening, baseUrl: string): Promise<string | null> => {
  const { toolId, cause, fromOn } = opening;
  const from = momentAt(fromOn, '00:00') ?? now;
  const counted = await countMeasured(tx, toolId, fromOn);
  if (counted.measurements + counted.rollups === 0) return null;
  const [id, reference, today] = [newId('q'), newReference(), dayOf(now)];
  const terms = { askUntil: evidenceAskLastDay(today), deleteBy: lockedDeletionLastDay(today) };
  await lockAway(tx, { ...opening, ...terms, id, from, by: actor.personId, at: now, reference }, counted);
  const people = await nameConcerned(tx, { id, toolId, from });
  const toolName = (await findTool(tx, toolId))?.name ?? '';
  await mailPersons(tx, people, quarantineMail('concerned', { toolName, url: baseUrl + measurementPaths.mine, ...terms }));
  const officers = (await holdersOf(tx, ['privacy_officer', 'dpo'])).map(({ personId }) => personId);
  await mailPersons(tx, officers, quarantineMail('officer', { toolName, url: baseUrl + measurementPaths.quarantine(id), ...terms }));
  const payload = { cause, from: fromOn, ...counted, people: people.length, deleteBy: terms.deleteBy, reference };
  await record(tx, actor, now, 'quarantine.opened', { toolId, subjectId: id }, payload);
  return id;
};
