import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import * as entities from './after.entity.js';
import { AfterJobs } from './after.jobs.js';
import { AfterReading } from './after-reading.service.js';
import './after.reasons.catalogue.js';
import { ConcernPages } from './concern.pages.js';
import { ConcernService } from './concern.service.js';
import { EvaluationPages } from './evaluation.pages.js';
import { EvaluationService } from './evaluation.service.js';
import { LightRevocationPages } from './light-revocation.pages.js';
import { LightRevocationService } from './light-revocation.service.js';
import { NullityPages } from './nullity.pages.js';
import { NullityService } from './nullity.service.js';
import { FollowUpReminders } from './reminders.service.js';
import { RevocationService } from './revocation.service.js';

/** What follows after a decision: nullity, evaluation, concern, revocation, and the terms of each. */
@Module({
  imports: [TypeOrmModule.forFeature(Object.values<new () => object>(entities))],
  controllers: [NullityPages, EvaluationPages, ConcernPages, LightRevocationPages],
  providers: [
    AfterReading,
    NullityService,
    EvaluationService,
    ConcernService,
    RevocationService,
    LightRevocationService,
    FollowUpReminders,
    AfterJobs,
  ],
})
export class AfterModule {}
