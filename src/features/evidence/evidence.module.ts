import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import * as entities from './evidence.entity.js';
import { EvidenceJobs } from './evidence.jobs.js';
import { EvidenceService } from './evidence.service.js';
import { Sequencer } from './sequencer.js';

@Module({
  imports: [TypeOrmModule.forFeature(Object.values(entities))],
  providers: [EvidenceService, EvidenceJobs, Sequencer],
  exports: [EvidenceService],
})
export class EvidenceModule {}
