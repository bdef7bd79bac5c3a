import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import * as advice from './advice.entity.js';
import { AdviceJobs } from './advice.jobs.js';
import { AdvicePages } from './advice.pages.js';
import { AdviceService } from './advice.service.js';
import { AssessmentPages } from './assessment.pages.js';
import { AssessmentService } from './assessment.service.js';
import './assessments.reasons.catalogue.js';
import { AdviceApi } from './api/advice.api.js';
import { AssessmentsApi } from './api/assessments.api.js';
import * as comments from './comments/comments.entity.js';
import { CommentPages } from './comments/comments.pages.js';
import { CommentsService } from './comments/comments.service.js';
import { ConditionsPages } from './conditions.pages.js';
import { ConditionsService } from './conditions.service.js';
import * as dpia from './dpia.entity.js';
import { DpiaPages } from './dpia.pages.js';
import { DpiaService } from './dpia.service.js';
import { RemindersService } from './reminders.service.js';
import { Signatures } from './signatures.js';

const entities = [dpia, advice, comments].flatMap((of) => Object.values<new () => object>(of));

@Module({
  imports: [TypeOrmModule.forFeature(entities)],
  controllers: [AssessmentPages, DpiaPages, AdvicePages, CommentPages, ConditionsPages, AssessmentsApi, AdviceApi],
  providers: [AssessmentService, DpiaService, AdviceService, CommentsService, ConditionsService, RemindersService, AdviceJobs, Signatures],
})
export class AssessmentsModule {}
