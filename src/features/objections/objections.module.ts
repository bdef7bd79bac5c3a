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
import { ChannelRow, ObjectionActRow, ObjectionDecisionRow, ObjectionDutyRow, ObjectionRow } from './objections.entity.js';
import { ObjectionsJobs } from './objections.jobs.js';
import { ObjectionsService } from './objections.service.js';
import { OwnObjectionPages } from './own-objection.pages.js';
import { OwnObjectionsPages } from './own-objections.pages.js';

@Module({
  imports: [TypeOrmModule.forFeature([ObjectionRow, ObjectionActRow, ObjectionDecisionRow, ObjectionDutyRow, ChannelRow])],
  controllers: [
    OwnObjectionsPages,
    OwnObjectionPages,
    HandledObjectionsPages,
    DecisionPages,
    ObjectionAdvicePages,
    BehalfPages,
    ChannelsPages,
  ],
  providers: [ObjectionsService, HandlingService, HandledReading, ObjectionAdviceService, ChannelsService, ObjectionsJobs],
  exports: [ObjectionsService, HandlingService, ObjectionAdviceService, ChannelsService],
})
export class ObjectionsModule {}
