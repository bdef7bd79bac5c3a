import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import * as entities from './individual.entity.js';
import { IndividualJobs } from './individual.jobs.js';
import { IndividualPages } from './individual.pages.js';
import './individual.reasons.catalogue.js';
import { IndividualService } from './individual.service.js';
import { LookingService } from './looking.service.js';
import { SecondsService } from './seconds.service.js';
import { TellingService } from './telling.service.js';

@Module({
  imports: [TypeOrmModule.forFeature(Object.values(entities))],
  controllers: [IndividualPages],
  providers: [IndividualService, LookingService, TellingService, SecondsService, IndividualJobs],
})
export class IndividualModule {}
