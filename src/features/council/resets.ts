import type { Tx } from '../../platform/database/index.js';

type ResetListener = (tx: Tx, now: Date) => Promise<void>;

const listeners = new Set<ResetListener>();

/** Called in the transaction of a reset of the council: open ballots start again. Answers how to stop listening. */
export const onRosterReset = (listener: ResetListener): (() => void) => {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
};

export const tellReset = async (tx: Tx, now: Date): Promise<void> => {
  for (const listener of listeners) await listener(tx, now);
};
