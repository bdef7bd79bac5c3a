import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '../../../platform/jobs/index.js';
import { PromiseRemindersService } from './promise-reminders.service.js';

const EVERY_MORNING = '0 6 * * *';

@Injectable()
export class PromiseJobs implements OnModuleInit {
  constructor(
    private readonly reminders: PromiseRemindersService,
    private readonly registry: JobRegistry,
  ) {}

  onModuleInit(): void {
    this.registry.addRegular(EVERY_MORNING, { name: 'promises.remind', run: () => this.reminders.remind() });
  }
}
