import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '../../platform/jobs/index.js';
import { BatchGroups } from './batch-groups.service.js';

@Injectable()
export class MeasurementsJobs implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegistry,
    private readonly groups: BatchGroups,
  ) {}

  onModuleInit(): void {
    this.jobs.addRegular('2 * * * *', { name: 'measurements.close-groups', run: () => this.groups.closeAll() });
    this.jobs.addRegular('7 * * * *', { name: 'measurements.forget', run: () => this.groups.forget() });
  }
}
