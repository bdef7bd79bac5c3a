import type { Tx } from '../../platform/database/index.js';
import { type Checked, oneASlot, slotIn } from './domain/check-lines.js';
import type { Mark } from './mark-key.js';
import { fillSlots } from './slots.repository.js';

interface From {
  readonly agentId: string;
  readonly personId: string;
  /** How long an interval is. */
  readonly seconds: number;
}

/** Leaves one value of a metric in an interval, whichever batch it came in. */
export const spread = async (tx: Tx, markOf: Mark, { agentId, personId, seconds }: From, read: Checked, now: Date): Promise<Checked> => {
  const ends = new Map(read.accepted.map((one) => [slotIn(one), new Date(one.line.at + seconds * 1000)]));
  const marked = [...ends].map(([slot, over]) => ({ slot, over, mark: markOf('slot', `${agentId} ${personId} ${slot}`) }));
  const free = await fillSlots(tx, marked, now);
  return oneASlot(read, (slot) => free.has(slot));
};
