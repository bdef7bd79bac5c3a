import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '../../platform/jobs/index.js';
import { DeliveryService } from './delivery.service.js';
import { Outbox } from './outbox.service.js';
import { ScopeService } from './scope.service.js';
import { DELIVER } from './tell.js';

@Injectable()
export class WebhooksJobs implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegistry,
    private readonly outbox: Outbox,
    private readonly delivery: DeliveryService,
    private readonly scope: ScopeService,
  ) {}

  onModuleInit(): void {
    this.jobs.add({ name: DELIVER, run: () => this.delivery.deliver() });
    this.jobs.addRegular('* * * * *', { name: 'webhooks.deliver-due', run: () => this.delivery.deliver() });
    this.jobs.addRegular('* * * * *', { name: 'webhooks.compare', run: () => this.outbox.compare() });
    this.jobs.addRegular('* * * * *', { name: 'webhooks.tell-devices', run: () => this.scope.tellChanges() });
    this.jobs.addRegular('50 * * * *', { name: 'webhooks.forget', run: () => this.outbox.forget() });
  }
}
