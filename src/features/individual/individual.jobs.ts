import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '../../platform/jobs/index.js';
import { TellingService } from './telling.service.js';

@Injectable()
export class IndividualJobs implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegistry,
    private readonly telling: TellingService,
  ) {}

  onModuleInit(): void {
    this.jobs.addRegular('22 * * * *', { name: 'individual.tell-due', run: () => this.telling.tellDue() });
  }
}
