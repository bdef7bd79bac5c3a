import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ObjectionsModule } from '../objections/index.js';
import { OwnDataPages } from './data/own-data.pages.js';
import { OwnDataService } from './data/own-data.service.js';
import { HandledRightsPages } from './handled-rights.pages.js';
import { HandledRightsService } from './handled-rights.service.js';
import { OwnRightsPages } from './own-rights.pages.js';
import { RightsRequestRow } from './rights.entity.js';
import { RightsJobs } from './rights.jobs.js';
import { RightsService } from './rights.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([RightsRequestRow]), ObjectionsModule],
  controllers: [OwnRightsPages, HandledRightsPages, OwnDataPages],
  providers: [RightsService, HandledRightsService, OwnDataService, RightsJobs],
})
export class RightsModule {}
