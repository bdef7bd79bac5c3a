import { Injectable, OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '../../platform/jobs/index.js';
import { EvidenceService } from './evidence.service.js';

@Injectable()
export class EvidenceJobs implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly evidence: EvidenceService,
  ) {}

  onModuleInit(): void {
    this.registry.addRegular('*/10 * * * *', {
      name: 'evidence.close-days',
      run: async (_payload, now) => void (await this.evidence.closeDays(now)),
    });
    this.registry.addRegular('15 * * * *', {
      name: 'evidence.forget-keys',
      run: async (_payload, now) => void (await this.evidence.forgetKeys(now)),
    });
    this.registry.add({ name: 'evidence.sequence', run: async () => void (await this.evidence.sequence()) });
  }
}
