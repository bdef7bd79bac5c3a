import type { Actor } from '../../../kernel/actor.js';
import { type Day, dayOf } from '../../../kernel/clock.js';
import { newId, newReference } from '../../../kernel/ids.js';
import type { Tx } from '../../../platform/database/index.js';
import { record } from '../../evidence/index.js';
import { type DeletionRow, type Gone, insertDeletions } from './deletions.repository.js';

const byTool = (gone: readonly Gone[]): ReadonlyMap<string, readonly Gone[]> => {
  const tools = new Map<string, Gone[]>();
  for (const one of gone) tools.set(one.toolId, [...(tools.get(one.toolId) ?? []), one]);
  return tools;
};

/**
 * One entry in the log for each tool: of how much of which metric the day came, why, and how much a legal hold keeps. The numbers are those of arrival: what
 * one person may keep, or had erased before, moves none of them, nor whether there is an entry.
 */
export const proveDeletion = async (
  tx: Tx,
  actor: Actor,
  now: Date,
  cause: DeletionRow['cause'],
  gone: readonly Gone[],
  upTo: Day = dayOf(now),
): Promise<void> => {
  const some = gone.filter(({ due, rollups, kept }) => due + rollups + kept > 0);
  for (const [toolId, of] of byTool(some)) {
    const reference = newReference();
    const rows = of.map((one) => ({ ...one, id: newId('x'), cause, upTo, reference, at: now }));
    await insertDeletions(tx, rows);
    const parts = of.map(({ metric, due, rollups, kept }) => ({ metric, due, rollups, kept }));
    await record(tx, actor, now, 'measurements.deleted', { toolId, subjectId: reference }, { cause, upTo, parts, reference });
  }
};

/** Counts of the same metric taken together. */
export const together = (gone: readonly Gone[]): readonly Gone[] => {
  const sums = new Map<string, Gone>();
  for (const one of gone) {
    const key = `${one.toolId} ${one.metric}`;
    const sum = sums.get(key);
    const { due, rollups, kept } = sum ?? { due: 0, rollups: 0, kept: 0 };
    sums.set(key, { ...one, due: due + one.due, rollups: rollups + one.rollups, kept: kept + one.kept });
  }
  return [...sums.values()];
};
