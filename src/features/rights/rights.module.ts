import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ObjectionsModule } from '../objections/index.js';
import { HandledRightsPages } from './handled-rights.pages.js';
import { HandledRightsService } from './handled-rights.service.js';
import { OwnRightsPages } from './own-rights.pages.js';
import { RightsRequestRow } from './rights.entity.js';
import { RightsJobs } from './rights.jobs.js';
import { RightsService } from './rights.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([RightsRequestRow]), ObjectionsModule],
  controllers: [OwnRightsPages, HandledRightsPages],
  providers: [RightsService, HandledRightsService, RightsJobs],
})
export class RightsModule {}
