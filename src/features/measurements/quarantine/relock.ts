import type { Actor } from '../../../kernel/actor.js';
import { dayOf } from '../../../kernel/clock.js';
import { refused } from '../../../kernel/problem.js';
import type { Tx } from '../../../platform/database/index.js';
import { record } from '../../evidence/index.js';
import { isOnHold } from '../retention/deletions.repository.js';
import { proveDeletion } from '../retention/prove-deletion.js';
import { deleteLocked } from './locked-data.repository.js';
import { tellConcerned } from './open-quarantine.js';
import { keepUnderToo, nameConcerned, overlappingOf, type QuarantineRow } from './quarantine.repository.js';
import { periodOf, takeRest } from './take-rest.js';

/** What lies under a lock that stands is taken again, and whoever kept it under the lifted one keeps it there. */
const takeAgain = async (tx: Tx, actor: Actor, now: Date, lifted: QuarantineRow, { standing, baseUrl }: Standing): Promise<void> => {
  await takeRest(tx, standing);
  const { toolId, toolName, askUntil, id } = standing;
  const concerned = { ...standing, from: periodOf(standing).from };
  await (dayOf(now) <= askUntil ? tellConcerned(tx, concerned, toolName, baseUrl) : nameConcerned(tx, concerned));
  await keepUnderToo(tx, lifted.id, id);
  await record(tx, actor, now, 'quarantine.gathered', { toolId, subjectId: id });
};
interface Standing {
  readonly standing: QuarantineRow;
  readonly baseUrl: string;
}

/**
 * The ground of one lock fell away, not that of others over the same time: what lies under those that stand is taken again, and then what was deleted under one
 * that ended goes. True: there are others.
 */
export const relock = async (tx: Tx, actor: Actor, now: Date, lifted: QuarantineRow, baseUrl: string): Promise<boolean> => {
  const others = await overlappingOf(tx, lifted);
  const deleted = others.filter(({ ended }) => ended === 'deleted');
  if (lifted.isKept && deleted.length > 0) throw refused('quarantine.kept');
  if (deleted.length > 0 && (await isOnHold(tx, lifted.toolId, dayOf(now)))) throw refused('quarantine.on_hold');
  for (const standing of others.filter(({ ended }) => ended === null)) await takeAgain(tx, actor, now, lifted, { standing, baseUrl });
  for (const other of deleted) {
    await takeRest(tx, other);
    await proveDeletion(tx, actor, now, 'quarantine', (await deleteLocked(tx, other.id, [])).gone, dayOf(other.untilAt));
  }
  return others.length > 0;
};
