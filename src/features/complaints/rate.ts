import { Problem } from '../../kernel/problem.js';

/** So many in so long, whoever asks: nothing is remembered of them. */
export class Rate {
  private taken: readonly number[] = [];

  constructor(
    private readonly most: number,
    private readonly withinMs: number,
  ) {}

  take(now: Date): void {
    const since = now.getTime() - this.withinMs;
    this.taken = this.taken.filter((at) => at > since);
    if (this.taken.length >= this.most) throw new Problem(429, 'rate.exceeded');
    this.taken = [...this.taken, now.getTime()];
  }
}
