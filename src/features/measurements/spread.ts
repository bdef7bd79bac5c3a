import type { Tx } from '../../platform/database/index.js';
import { type Checked, oneASlot, slotIn } from './domain/check-lines.js';
import type { Mark } from './mark-key.js';
import { fillSlots } from './slots.repository.js';

interface From {
  readonly agentId: string;
  readonly personId: string;
}

/** Leaves one value of a metric in an interval, whichever batch it came in. */
export const spread = async (tx: Tx, markOf: Mark, { agentId, personId }: From, read: Checked, now: Date): Promise<Checked> => {
  const slots = new Set(read.accepted.map(slotIn));
  const byMark = new Map([...slots].map((slot) => [markOf('slot', `${agentId} ${personId} ${slot}`), slot]));
  const free = await fillSlots(tx, byMark, now);
  return oneASlot(read, (slot) => free.has(slot));
};
