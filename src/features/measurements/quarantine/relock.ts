import type { Actor } from '../../../kernel/actor.js';
import { dayOf } from '../../../kernel/clock.js';
import { refused } from '../../../kernel/problem.js';
import type { Tx } from '../../../platform/database/index.js';
import { record } from '../../evidence/index.js';
import { isOnHold } from '../retention/deletions.repository.js';
import { proveDeletion } from '../retention/prove-deletion.js';
import { deleteLocked } from './locked-data.repository.js';
import { keepUnderToo, overlappingOf, type QuarantineRow } from './quarantine.repository.js';
import { standingOver } from './standing-locks.js';
import { takeRest } from './take-rest.js';

/**
 * The ground of one lock fell away, not that of others over the same time: what lies under those is taken again, and what was deleted under them goes. True:
 * there are others.
 */
export const relock = async (tx: Tx, actor: Actor, now: Date, lifted: QuarantineRow): Promise<boolean> => {
  const others = await overlappingOf(tx, lifted);
  const someDeleted = others.some(({ ended }) => ended === 'deleted');
  if (lifted.isKept && someDeleted) throw refused('quarantine.kept');
  if (someDeleted && (await isOnHold(tx, lifted.toolId, dayOf(now)))) throw refused('quarantine.on_hold');
  for (const other of others) {
    await keepUnderToo(tx, lifted.id, other.id);
    await takeRest(tx, other);
    if (other.ended === 'deleted')
      await proveDeletion(
        tx,
        actor,
        now,
        'quarantine',
        (await deleteLocked(tx, other.id, await standingOver(tx, other))).gone,
        dayOf(other.untilAt),
      );
    else await record(tx, actor, now, 'quarantine.gathered', { toolId: other.toolId, subjectId: other.id });
  }
  return others.length > 0;
};
