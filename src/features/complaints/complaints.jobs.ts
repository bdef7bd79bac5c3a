import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Json } from '../../kernel/canonical.js';
import { JobRegistry } from '../../platform/jobs/index.js';
import { CaseRoundsService } from './case-rounds.service.js';
import { ComplaintsService } from './complaints.service.js';

@Injectable()
export class ComplaintsJobs implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly complaints: ComplaintsService,
    private readonly rounds: CaseRoundsService,
  ) {}

  onModuleInit(): void {
    this.registry.add({ name: 'complaints.take-over', run: (payload) => this.complaints.takeOver(objectionIn(payload)) });
    this.registry.addRegular('40 5 * * *', { name: 'complaints.take-over-waiting', run: () => this.complaints.takeOverWaiting() });
    this.registry.addRegular('45 5 * * *', { name: 'complaints.pass-on', run: (_payload, now) => this.rounds.passOn(now) });
    this.registry.addRegular('50 5 * * *', { name: 'complaints.remind', run: (_payload, now) => this.rounds.remind(now) });
    this.registry.addRegular('20 13 * * *', { name: 'complaints.acknowledge', run: (_payload, now) => this.rounds.acknowledge(now) });
    this.registry.addRegular('55 5 * * *', { name: 'complaints.erase', run: (_payload, now) => this.rounds.erase(now) });
    this.registry.addRegular('35 5 * * *', { name: 'complaints.forget-drafts', run: (_payload, now) => this.rounds.forgetDrafts(now) });
  }
}

const objectionIn = (payload: Json): string => {
  const given = typeof payload === 'object' && payload !== null && 'objectionId' in payload ? payload.objectionId : null;
  return typeof given === 'string' ? given : '';
};
