const MINUTE_MS = 60_000;

/** So many a minute for each key; counted in this process, kept nowhere. */
export class Throttle {
  private counts = new Map<string, number>();
  private since = 0;

  constructor(private readonly most: number) {}

  get size(): number {
    return this.counts.size;
  }

  /** How long it takes, in whole seconds, until everybody may again. */
  secondsLeft(now: Date): number {
    return Math.max(1, Math.ceil((this.since + MINUTE_MS - now.getTime()) / 1000));
  }

  lets(key: string, now: Date): boolean {
    if (now.getTime() - this.since >= MINUTE_MS) {
      this.counts = new Map();
      this.since = now.getTime();
    }
    const count = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, count);
    return count <= this.most;
  }
}
