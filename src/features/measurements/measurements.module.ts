import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AgentsModule } from '../agents/index.js';
import * as breached from './breaches/breaches.entity.js';
import { BreachesService } from './breaches/breaches.service.js';
import { BatchDoor } from './batch-door.js';
import { BatchGroups } from './batch-groups.service.js';
import { IngestService } from './ingest.service.js';
import { LeaseJudge } from './lease-judge.service.js';
import { LockedPages } from './locked.pages.js';
import { MarkKey } from './mark-key.js';
import { MeasuredService } from './measured.service.js';
import { MeasurementsApi } from './measurements.api.js';
import * as arriving from './measurements.entity.js';
import { MeasurementsJobs } from './measurements.jobs.js';
import { MeasurementsPages } from './measurements.pages.js';
import './measurements.reasons.catalogue.js';
import { MinePages } from './mine.pages.js';
import { MineService } from './mine/mine.service.js';
import { ObjectedService } from './objected.service.js';
import * as locked from './quarantine/quarantine.entity.js';
import { QuarantineService } from './quarantine/quarantine.service.js';
import * as going from './retention/retention.entity.js';
import { RetentionService } from './retention/retention.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([arriving, going, locked, breached].flatMap((entities) => Object.values(entities))), AgentsModule],
  controllers: [MeasurementsApi, MeasurementsPages, LockedPages, MinePages],
  providers: [
    BatchDoor,
    BatchGroups,
    BreachesService,
    IngestService,
    LeaseJudge,
    MarkKey,
    MeasuredService,
    MeasurementsJobs,
    MineService,
    ObjectedService,
    QuarantineService,
    RetentionService,
  ],
})
export class MeasurementsModule {}
