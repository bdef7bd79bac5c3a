import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Json } from '../../kernel/canonical.js';
import { JobRegistry } from '../../platform/jobs/index.js';
import { IncidentsService } from './incidents/incidents.service.js';
import { KeysService } from './keys/keys.service.js';
import { LeaseBatches } from './lease-batches.service.js';

const toolIn = (payload: Json): string => {
  const toolId: unknown = typeof payload === 'object' && payload !== null ? Reflect.get(payload, 'toolId') : undefined;
  if (typeof toolId !== 'string') throw new Error('Expected: a job with a toolId.');
  return toolId;
};

@Injectable()
export class AgentsJobs implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegistry,
    private readonly batches: LeaseBatches,
    private readonly incidents: IncidentsService,
    private readonly keys: KeysService,
  ) {}

  onModuleInit(): void {
    this.jobs.addRegular('* * * * *', { name: 'leases.close-groups', run: () => this.batches.closeAll() });
    this.jobs.addRegular('25 * * * *', { name: 'leases.forget', run: () => this.batches.forget() });
    this.jobs.addRegular('40 * * * *', { name: 'agents.look-for-silent', run: () => this.incidents.lookForSilent() });
    this.jobs.addRegular('15 4 * * *', { name: 'keys.forget', run: () => this.keys.forget() });
    this.jobs.add({ name: 'leases.announce', run: (payload) => this.batches.closeNow(toolIn(payload)) });
  }
}
