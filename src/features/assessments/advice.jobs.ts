import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '../../platform/jobs/index.js';
import { RemindersService } from './reminders.service.js';

const EVERY_MORNING = '0 6 * * *';

@Injectable()
export class AdviceJobs implements OnModuleInit {
  constructor(
    private readonly reminders: RemindersService,
    private readonly registry: JobRegistry,
  ) {}

  onModuleInit(): void {
    this.registry.addRegular(EVERY_MORNING, { name: 'advice.remind', run: () => this.reminders.remind() });
  }
}
