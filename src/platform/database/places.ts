import { Problem } from '../../kernel/problem.js';

const PATIENCE_MS = 10_000;

/** So many at once. Whoever comes when all places are taken waits for one, as long as for a connection. */
export class Places {
  private readonly waiting = new Set<() => void>();

  constructor(
    private free: number,
    private readonly patienceMs = PATIENCE_MS,
  ) {}

  /** @throws Problem `system.busy` (503) when no place came free in time */
  async within<T>(work: () => Promise<T>): Promise<T> {
    await this.take();
    try {
      return await work();
    } finally {
      this.give();
    }
  }

  private async take(): Promise<void> {
    if (this.free > 0) {
      this.free -= 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const called = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.waiting.delete(called);
        reject(new Problem(503, 'system.busy'));
      }, this.patienceMs);
      this.waiting.add(called);
    });
  }

  private give(): void {
    const [next] = this.waiting;
    if (!next) {
      this.free += 1;
      return;
    }
    this.waiting.delete(next);
    next();
  }
}
