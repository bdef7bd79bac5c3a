import { Injectable } from '@nestjs/common';
import type { Json } from '../../kernel/canonical.js';

/** A job is a door: an id comes in, one service method is called, and running it twice does no harm. */
export interface Job {
  /** `feature.verb`, e.g. `leases.announce`. */
  readonly name: string;
  run(payload: Json, now: Date): Promise<void>;
}

/** When a job runs by itself: a cron pattern in UTC. A turn missed while the system was off is made up for once. */
export interface Cron {
  readonly name: string;
  readonly pattern: string;
}

/** Every job of the application. Features add theirs when their module starts. */
@Injectable()
export class JobRegistry {
  private readonly byName = new Map<string, Job>();
  private readonly schedule: Cron[] = [];

  add(job: Job): void {
    if (this.byName.has(job.name)) throw new Error(`The job ${job.name} was added twice.`);
    this.byName.set(job.name, job);
  }

  /** Adds a job and the pattern by which it runs by itself. */
  addRegular(pattern: string, job: Job): void {
    this.add(job);
    this.schedule.push({ name: job.name, pattern });
  }

  jobs(): readonly Job[] {
    return [...this.byName.values()];
  }

  regular(): readonly Cron[] {
    return this.schedule;
  }
}
