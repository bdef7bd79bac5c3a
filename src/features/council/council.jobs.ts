import { Injectable, OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '../../platform/jobs/index.js';
import { TermRemindersService } from './term-reminders.service.js';

@Injectable()
export class CouncilJobs implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly reminders: TermRemindersService,
  ) {}

  onModuleInit(): void {
    this.registry.addRegular('20 6 * * *', { name: 'council.remind-of-term', run: () => this.reminders.remindOfTerm() });
  }
}
