import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '../../../platform/jobs/index.js';
import { FollowUpReminders } from './reminders.service.js';

const EVERY_MORNING = '15 6 * * *';

@Injectable()
export class AfterJobs implements OnModuleInit {
  constructor(
    private readonly reminders: FollowUpReminders,
    private readonly registry: JobRegistry,
  ) {}

  onModuleInit(): void {
    this.registry.addRegular(EVERY_MORNING, { name: 'consultation.remind', run: () => this.reminders.remind() });
  }
}
