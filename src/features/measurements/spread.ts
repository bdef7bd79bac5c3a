import type { Tx } from '../../platform/database/index.js';
import { type Checked, oneASlot, slotIn } from './domain/check-lines.js';
import { fillSlots } from './slots.repository.js';

/** Leaves one value of a metric in an interval, whichever batch it came in. */
export const spread = async (
  tx: Tx,
  { agentId, personId }: { readonly agentId: string; readonly personId: string },
  read: Checked,
  now: Date,
): Promise<Checked> => {
  const free = await fillSlots(tx, { agentId, personId }, [...new Set(read.accepted.map(slotIn))], now);
  return oneASlot(read, (slot) => free.has(slot));
};
