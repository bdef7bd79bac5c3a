import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ChannelsPages } from './channels.pages.js';
import { ChannelsService } from './channels.service.js';
import { ObjectionAdvicePages } from './advice.pages.js';
import { ObjectionAdviceService } from './advice.service.js';
import { BehalfPages } from './behalf.pages.js';
import { DecisionPages } from './decision.pages.js';
import { HandledReading } from './reading.service.js';
import { HandlingService } from './handling.service.js';
import { HandledObjectionsPages } from './handled-objections.pages.js';
import {
  ChannelRow,
  ObjectionActRow,
  ObjectionDecisionRow,
  ObjectionDutyRow,
  ObjectionErasureRow,
  ObjectionRow,
} from './objections.entity.js';
import { ObjectionsJobs } from './objections.jobs.js';
import { ObjectionsService } from './objections.service.js';
import { OwnObjectionPages } from './own-objection.pages.js';
import { OwnObjectionsPages } from './own-objections.pages.js';
import { DetrimentActRow, DetrimentReportRow } from './detriment/detriment.entity.js';
import { ObjectionReviewActRow, ObjectionReviewRow } from './reviews/reviews.entity.js';
import { DetrimentPages } from './detriment/detriment.pages.js';
import { DetrimentService } from './detriment/detriment.service.js';
import { OwnDetrimentPages } from './detriment/own-detriment.pages.js';
import { LadderPages } from './ladder/ladder.pages.js';
import { ReviewsPages } from './reviews/reviews.pages.js';
import { ReviewsService } from './reviews/reviews.service.js';

@Module({
  imports: [
    TypeOrmModule.forFeature([ObjectionRow, ObjectionActRow, ObjectionDecisionRow, ObjectionDutyRow, ObjectionErasureRow, ChannelRow]),
    TypeOrmModule.forFeature([ObjectionReviewRow, ObjectionReviewActRow, DetrimentReportRow, DetrimentActRow]),
  ],
  controllers: [
    OwnObjectionsPages,
    OwnObjectionPages,
    HandledObjectionsPages,
    DecisionPages,
    ObjectionAdvicePages,
    BehalfPages,
    ReviewsPages,
    OwnDetrimentPages,
    DetrimentPages,
    LadderPages,
    ChannelsPages,
  ],
  providers: [
    ObjectionsService,
    HandlingService,
    HandledReading,
    ObjectionAdviceService,
    ReviewsService,
    DetrimentService,
    ChannelsService,
    ObjectionsJobs,
  ],
  exports: [ObjectionsService, ReviewsService, DetrimentService, HandlingService, ObjectionAdviceService, ChannelsService],
})
export class ObjectionsModule {}
