import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AgentsModule } from '../agents/index.js';
import { BatchGroups } from './batch-groups.service.js';
import { IngestService } from './ingest.service.js';
import { MeasurementsApi } from './measurements.api.js';
import * as arriving from './measurements.entity.js';
import { MeasurementsJobs } from './measurements.jobs.js';
import './measurements.reasons.catalogue.js';
import * as quarantine from './quarantine.entity.js';
import * as retention from './retention.entity.js';

@Module({
  imports: [TypeOrmModule.forFeature([arriving, retention, quarantine].flatMap((entities) => Object.values(entities))), AgentsModule],
  controllers: [MeasurementsApi],
  providers: [BatchGroups, IngestService, MeasurementsJobs],
  exports: [IngestService],
})
export class MeasurementsModule {}
