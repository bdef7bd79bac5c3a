import { Problem } from '../../../kernel/problem.js';

interface Waiting<Q, A> {
  readonly asked: Q;
  readonly resolve: (answer: A) => void;
  readonly reject: (error: unknown) => void;
}

export interface GroupSize {
  /** At most so many in one piece of work. */
  readonly most: number;
  /** At most so many pieces of work at once. */
  readonly lanes: number;
}

/**
 * Does together what is asked at the same time: in one turn of the event loop, or while earlier work goes on. Whoever comes alone is served at once. A group
 * that fails is done again in halves, so that one that cannot be done holds up nobody else.
 */
export class Grouped<Q, A> {
  private waiting: Waiting<Q, A>[] = [];
  private busy = 0;
  private isAboutToStart = false;

  /** `work` answers each, in the order in which they were asked. */
  constructor(
    private readonly work: (asked: readonly Q[]) => Promise<readonly A[]>,
    private readonly size: GroupSize,
  ) {}

  join(asked: Q): Promise<A> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ asked, resolve, reject });
      this.start();
    });
  }

  /** After all that comes in this turn: an answer to many makes many ask for the next thing, and the first of those would go alone. */
  private start(): void {
    if (this.isAboutToStart) return;
    this.isAboutToStart = true;
    setImmediate(() => {
      this.isAboutToStart = false;
      this.next();
    });
  }

  private next(): void {
    if (this.busy >= this.size.lanes || this.waiting.length === 0) return;
    const group = this.waiting.splice(0, this.size.most);
    this.busy += 1;
    void this.serve(group).finally(() => {
      this.busy -= 1;
      this.start();
    });
    if (this.waiting.length > 0) this.next();
  }

  private async serve(group: readonly Waiting<Q, A>[]): Promise<void> {
    try {
      const answers = await this.work(group.map(({ asked }) => asked));
      group.forEach(({ resolve, reject }, at) => (at < answers.length ? resolve(answers[at]!) : reject(new Problem(503, 'system.busy'))));
    } catch (error) {
      if (group.length === 1) return group[0]!.reject(error);
      const half = Math.ceil(group.length / 2);
      await this.serve(group.slice(0, half));
      await this.serve(group.slice(half));
    }
  }
}
