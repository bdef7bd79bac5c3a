import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '../../platform/jobs/index.js';
import { ClosingService } from './closing.service.js';

@Injectable()
export class DashboardsJobs implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly closing: ClosingService,
  ) {}

  onModuleInit(): void {
    this.registry.addRegular('10 3 * * *', { name: 'dashboards.close', run: (_payload, now) => this.closing.close(now) });
  }
}
