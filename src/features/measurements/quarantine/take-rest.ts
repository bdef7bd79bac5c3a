import { addDays, dayOf, momentAt } from '../../../kernel/clock.js';
import type { Tx } from '../../../platform/database/index.js';
import { holdArrivals, moveFigures, moveLines, ranAfter } from './locked-data.repository.js';
import { isOff, type QuarantineRow } from './quarantine.repository.js';

/** A line may bear a moment that is so much later than ours. */
const CLOCKS_APART_MS = 60_001;

export const periodOf = ({ id, toolId, fromOn, openedAt, untilAt }: QuarantineRow) => {
  return { id, toolId, fromOn, from: momentAt(fromOn, '00:00') ?? openedAt, before: untilAt };
};

/**
 * Takes what stands where it is shown and is of a lock's time. True: there were figures. Arrivals are counted by day: those of the last day go along only when
 * the tool ran no more on it, or what was measured after the lock would be in no count.
 */
export const takeRest = async (tx: Tx, quarantine: QuarantineRow): Promise<boolean> => {
  await holdArrivals(tx, quarantine.toolId);
  const period = periodOf(quarantine);
  const isOver = await isOff(tx, quarantine.toolId);
  const before = isOver ? new Date(period.before.getTime() + CLOCKS_APART_MS) : period.before;
  const lastOn = dayOf(before);
  const rest = { ...period, before, lastOn: (await ranAfter(tx, quarantine.toolId, before)) ? addDays(lastOn, -1) : lastOn };
  await moveLines(tx, rest);
  return moveFigures(tx, rest);
};
