import { setImmediate as turn } from 'node:timers/promises';
import { addDays, type Day } from '../../kernel/clock.js';
import type { CopyRows, Tx } from '../../platform/database/index.js';
import type { Accepted } from './domain/check-lines.js';
import { addPartitions, beginMeasurements, type Kept, type KeptBatch, rowsOf } from './ingest.repository.js';

/** What a batch keeps per person, on its way to its table while the rest of the batch is read. */
class KeptLines {
  readonly all: Kept[] = [];
  private readonly days = new Map<number, Map<Day, Day>>();
  private readonly partitions = new Set<Day>();
  private copy: CopyRows | null = null;

  constructor(
    private readonly tx: Tx,
    private readonly of: KeptBatch,
  ) {}

  async add(accepted: readonly Accepted[]): Promise<void> {
    const kept = accepted.flatMap((one) => (one.keepDays === null ? [] : [{ deleteOn: this.dayOf(one.day, one.keepDays), one }]));
    if (kept.length === 0) return;
    await this.makeRoom();
    this.copy ??= await beginMeasurements(this.tx);
    this.copy.write(rowsOf(this.of, kept));
    for (const one of kept) this.all.push(one);
  }

  /** What was written is in the table when this is done. */
  async end(): Promise<void> {
    const { copy } = this;
    this.copy = null;
    await copy?.end();
  }

  async giveUp(): Promise<void> {
    await this.copy?.giveUp();
  }

  private dayOf(day: Day, keepDays: number): Day {
    const days = this.days.get(keepDays) ?? new Map<Day, Day>();
    const known = days.get(day);
    if (known) return known;
    const deleteOn = addDays(day, keepDays + 1);
    this.days.set(keepDays, days.set(day, deleteOn));
    return deleteOn;
  }

  /** A day that comes up for the first time may need a partition, which cannot be made while rows are on their way. */
  private async makeRoom(): Promise<void> {
    const days = [...this.days.values()].flatMap((of) => [...of.values()]);
    const missing = [...new Set(days)].filter((day) => !this.partitions.has(day));
    if (missing.length === 0) return;
    await this.end();
    await addPartitions(this.tx, missing);
    for (const day of missing) this.partitions.add(day);
  }
}

/** Keeps what may be kept of each part. Answers what `sum` makes of all that was accepted, and of what of it is kept per person, while the last rows are written. */
export const keepLines = async <T>(
  tx: Tx,
  of: KeptBatch,
  parts: Iterable<readonly Accepted[]>,
  sum: (accepted: readonly Accepted[], kept: readonly Kept[]) => T,
): Promise<T> => {
  const lines = new KeptLines(tx, of);
  const accepted: Accepted[] = [];
  try {
    for (const part of parts) {
      await lines.add(part);
      for (const one of part) accepted.push(one);
      await turn();
    }
  } catch (error) {
    await lines.giveUp();
    throw error;
  }
  const written = lines.end();
  const summed = sum(accepted, lines.all);
  await written;
  return summed;
};
