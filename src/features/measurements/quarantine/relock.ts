import type { Actor } from '../../../kernel/actor.js';
import { refused } from '../../../kernel/problem.js';
import type { Tx } from '../../../platform/database/index.js';
import { record } from '../../evidence/index.js';
import { proveDeletion } from '../retention/prove-deletion.js';
import { deleteLocked } from './locked-data.repository.js';
import { keepUnderToo, type QuarantineRow } from './quarantine.repository.js';
import { takeRest } from './take-rest.js';

/** The ground of one lock fell away, not that of others over the same time: what lies under those is taken again, and what was deleted under them goes. */
export const relock = async (tx: Tx, actor: Actor, now: Date, lifted: QuarantineRow, others: readonly QuarantineRow[]): Promise<void> => {
  if (lifted.isKept && others.some(({ ended }) => ended === 'deleted')) throw refused('quarantine.kept');
  for (const other of others) {
    await keepUnderToo(tx, lifted.id, other.id);
    await takeRest(tx, other);
    if (other.ended === 'deleted') await proveDeletion(tx, actor, now, 'quarantine', (await deleteLocked(tx, other.id)).gone, other.fromOn);
    else await record(tx, actor, now, 'quarantine.gathered', { toolId: other.toolId, subjectId: other.id });
  }
};
