import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ObjectionsModule } from '../objections/index.js';
import { OwnDataPages } from './own-data/own-data.pages.js';
import { OwnDataService } from './own-data/own-data.service.js';
import { ActingForService } from './mandates/acting-for.service.js';
import { MandateCaseRow, MandateRow } from './mandates/mandates.entity.js';
import { MandatesPages } from './mandates/mandates.pages.js';
import { MandatesService } from './mandates/mandates.service.js';
import { RepresentedPages } from './mandates/represented.pages.js';
import { RepresentPages } from './mandates/represent.pages.js';
import { ErasurePages } from './erasure/erasure.pages.js';
import { ErasureService } from './erasure/erasure.service.js';
import { ErasureRow } from './erasure/erasures.entity.js';
import { HandledRightsPages } from './handled-rights.pages.js';
import { HandledRightsService } from './handled-rights.service.js';
import { OwnRightsPages } from './own-rights.pages.js';
import { RightsFileRow, RightsRequestRow } from './rights.entity.js';
import { RightsJobs } from './rights.jobs.js';
import { RightsService } from './rights.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([RightsRequestRow, RightsFileRow, MandateRow, MandateCaseRow, ErasureRow]), ObjectionsModule],
  controllers: [OwnRightsPages, HandledRightsPages, OwnDataPages, MandatesPages, RepresentedPages, RepresentPages, ErasurePages],
  providers: [RightsService, HandledRightsService, OwnDataService, MandatesService, ActingForService, ErasureService, RightsJobs],
})
export class RightsModule {}
