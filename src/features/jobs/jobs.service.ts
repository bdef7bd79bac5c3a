import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Clock } from '../../kernel/clock.js';
import { notFound } from '../../kernel/problem.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { type Phase, phaseOf } from './domain/phase.js';
import { longWorkOf, type LongWork } from './long-jobs.js';
import { findLongJob, type LongJob } from './long-jobs.repository.js';

export interface LongJobView {
  readonly job: LongJob;
  readonly work: LongWork;
  readonly phase: Phase;
}

@Injectable()
export class LongJobsService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  look(actor: Actor, id: string): Promise<LongJobView> {
    return this.transactions.read((tx) => this.own(tx, actor, id));
  }

  /** Queues what is still to do. A step that runs already, or was done, is not done twice. */
  again(actor: Actor, id: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const { job, work } = await this.own(tx, actor, id);
      if (!job.finishedAt) await work.queue(tx, job.subjectId);
    });
  }

  /** For anyone but who started it, it does not exist. */
  private async own(tx: Tx, actor: Actor, id: string): Promise<LongJobView> {
    const job = await findLongJob(tx, id);
    const work = job && longWorkOf(job.kind);
    if (!job || !work || actor.personId === null || job.startedBy !== actor.personId) throw notFound();
    return { job, work, phase: phaseOf(job, this.clock.now()) };
  }
}
