import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Json } from '../../kernel/canonical.js';
import { JobRegistry } from '../../platform/jobs/index.js';
import { ComplaintsService } from './complaints.service.js';

@Injectable()
export class ComplaintsJobs implements OnModuleInit {
  constructor(
    private readonly registry: JobRegistry,
    private readonly complaints: ComplaintsService,
  ) {}

  onModuleInit(): void {
    this.registry.add({ name: 'complaints.take-over', run: (payload) => this.complaints.takeOver(objectionIn(payload)) });
    this.registry.addRegular('45 5 * * *', {
      name: 'complaints.hand-over-overdue',
      run: (_payload, now) => this.complaints.handOverOverdue(now),
    });
  }
}

const objectionIn = (payload: Json): string => {
  const given = typeof payload === 'object' && payload !== null && 'objectionId' in payload ? payload.objectionId : null;
  return typeof given === 'string' ? given : '';
};
