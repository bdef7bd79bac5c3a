import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Json } from '../../kernel/canonical.js';
import { JobRegistry } from '../../platform/jobs/index.js';
import { BatchGroups } from './batch-groups.service.js';
import { BreachesService } from './breaches/breaches.service.js';
import { ObjectedService } from './objected.service.js';
import { GATHER, OPEN_LATE, type Opening } from './quarantine/open-quarantine.js';
import { CAUSES } from './quarantine/quarantine.repository.js';
import { QuarantineService } from './quarantine/quarantine.service.js';
import { RetentionService } from './retention/retention.service.js';

const textIn = (payload: Json, name: string): string => {
  const found =
    payload !== null && typeof payload === 'object' && !Array.isArray(payload) ? (payload as Record<string, Json>)[name] : undefined;
  if (typeof found !== 'string') throw new Error(`Expected a job with ${name}.`);
  return found;
};

const openingIn = (payload: Json): Opening => {
  const cause = CAUSES.find((one) => one === textIn(payload, 'cause'));
  if (!cause) throw new Error('Expected a job with a cause.');
  return { toolId: textIn(payload, 'toolId'), cause, fromOn: textIn(payload, 'fromOn'), reason: textIn(payload, 'reason') };
};

@Injectable()
export class MeasurementsJobs implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegistry,
    private readonly groups: BatchGroups,
    private readonly retention: RetentionService,
    private readonly quarantine: QuarantineService,
    private readonly objected: ObjectedService,
    private readonly breaches: BreachesService,
  ) {}

  onModuleInit(): void {
    this.jobs.addRegular('2 * * * *', { name: 'measurements.close-groups', run: () => this.groups.closeAll() });
    this.jobs.addRegular('7 * * * *', { name: 'measurements.forget', run: () => this.groups.forget() });
    this.jobs.addRegular('12 * * * *', { name: 'measurements.delete-due', run: () => this.retention.deleteDue() });
    this.jobs.addRegular('14 * * * *', { name: 'measurements.erase-objected', run: () => this.objected.eraseUpheld() });
    this.jobs.addRegular('24 * * * *', { name: 'measurements.erase-granted', run: () => this.objected.eraseGranted() });
    this.jobs.addRegular('17 * * * *', { name: 'quarantines.delete-due', run: () => this.quarantine.deleteDue() });
    this.jobs.add({ name: GATHER, run: (payload) => this.quarantine.gather(textIn(payload, 'id')) });
    this.jobs.add({ name: OPEN_LATE, run: (payload) => this.quarantine.openLate(openingIn(payload)) });
    this.jobs.addRegular('0 * * * *', { name: 'breaches.remind', run: () => this.breaches.remind() });
  }
}
