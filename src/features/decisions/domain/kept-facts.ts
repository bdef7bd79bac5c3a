import type { Span } from './standing.js';

const MOST_READ_AT_ONCE = 500;

interface Waiting<V> {
  readonly resolve: (value: V | null) => void;
  readonly reject: (error: unknown) => void;
  readonly promise: Promise<V | null>;
}

const waitingFor = <V>(): Waiting<V> => {
  let [resolve, reject]: [(value: V | null) => void, (error: unknown) => void] = [() => undefined, () => undefined];
  const promise = new Promise<V | null>((yes, no) => ([resolve, reject] = [yes, no]));
  promise.catch(() => undefined);
  return { resolve, reject, promise };
};

/**
 * Facts by id, as they were read last. A fact that changed is dropped and read again when it is next asked for; what was being read while it changed is
 * read once more before anybody gets it. Reads of one kind happen together, one after another.
 */
export class KeptFacts<V extends Span> {
  private kept = new Map<string, V>();
  private readonly waiting = new Map<string, Waiting<V>>();
  private changedWhileRead = new Set<string>();
  private allChanged = false;
  private isReading = false;

  constructor(
    private readonly read: (ids: readonly string[]) => Promise<ReadonlyMap<string, V>>,
    private readonly most: number,
  ) {}

  /** What is kept and still to be believed at `now` (milliseconds since 1970). */
  get(id: string, now: number): V | undefined {
    const value = this.kept.get(id);
    return value !== undefined && now >= value.from && now < value.until ? value : undefined;
  }

  ids(): readonly string[] {
    return [...this.kept.keys()];
  }

  /** Reads it; null when there is no such thing. */
  load(id: string): Promise<V | null> {
    const known = this.waiting.get(id);
    if (known) return known.promise;
    const waiting = waitingFor<V>();
    this.waiting.set(id, waiting);
    if (!this.isReading) {
      this.isReading = true;
      setImmediate(() => void this.readAll());
    }
    return waiting.promise;
  }

  drop(id: string): void {
    this.kept.delete(id);
    if (this.isReading) this.changedWhileRead.add(id);
  }

  clear(): void {
    this.kept = new Map();
    this.allChanged = true;
  }

  private async readAll(): Promise<void> {
    while (this.waiting.size > 0) await this.readSome([...this.waiting.keys()].slice(0, MOST_READ_AT_ONCE));
    this.isReading = false;
  }

  private async readSome(ids: readonly string[]): Promise<void> {
    this.changedWhileRead = new Set();
    this.allChanged = false;
    try {
      const found = await this.read(ids);
      for (const id of ids) if (!this.allChanged && !this.changedWhileRead.has(id)) this.settle(id, found.get(id) ?? null);
    } catch (error) {
      for (const id of ids) {
        this.waiting.get(id)?.reject(error);
        this.waiting.delete(id);
      }
    }
  }

  private settle(id: string, value: V | null): void {
    if (value) {
      if (this.kept.size >= this.most) this.kept.delete(this.kept.keys().next().value ?? '');
      this.kept.set(id, value);
    }
    this.waiting.get(id)?.resolve(value);
    this.waiting.delete(id);
  }
}
