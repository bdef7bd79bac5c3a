import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Transactions } from '../../platform/database/index.js';
import { JobRegistry } from '../../platform/jobs/index.js';
import { forgetMailProgress } from './long-jobs.repository.js';

const FORGET = 'jobs.forget-mail-progress';
/** Longer than a mail is tried. */
const KEPT_MS = 14 * 86_400_000;

@Injectable()
export class LongJobsJobs implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly transactions: Transactions,
  ) {}

  onModuleInit(): void {
    this.registry.addRegular('40 3 * * *', {
      name: FORGET,
      run: (_payload, now) => this.transactions.run((tx) => forgetMailProgress(tx, new Date(now.getTime() - KEPT_MS))),
    });
  }
}
