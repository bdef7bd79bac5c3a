const MOST_AT_ONCE = 8;
const MOST_PER_RECEIVER = 2;

/** What is under way: a few at a time, and of one receiver fewer, so that one that hangs leaves room for the others. */
export class Lanes {
  private readonly ways = new Map<Promise<void>, string>();
  /** How many were begun since the beginning. */
  started = 0;
  private readonly failures: unknown[] = [];

  get busy(): number {
    return this.ways.size;
  }

  get room(): number {
    return MOST_AT_ONCE - this.ways.size;
  }

  hasRoomFor(receiverId: string): boolean {
    return this.room > 0 && [...this.ways.values()].filter((receiver) => receiver === receiverId).length < MOST_PER_RECEIVER;
  }

  start(receiverId: string, work: Promise<void>): void {
    this.started += 1;
    const way = work
      .catch((error: unknown) => void this.failures.push(error))
      .finally(() => {
        this.ways.delete(way);
      });
    this.ways.set(way, receiverId);
  }

  /** When the first of them ended. */
  async next(): Promise<void> {
    await Promise.race(this.ways.keys());
  }

  /** When all ended. Throws what one of them threw. */
  async all(): Promise<void> {
    await Promise.all(this.ways.keys());
    if (this.failures.length > 0) throw this.failures[0];
  }
}
