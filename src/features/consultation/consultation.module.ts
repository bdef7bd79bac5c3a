import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ClaimService } from './claim.service.js';
import './consultation.reasons.catalogue.js';
import * as copies from './copies.entity.js';
import { CopiesJobs } from './copies.jobs.js';
import * as council from './council.entity.js';
import { CouncilService } from './council.service.js';
import * as decision from './decision.entity.js';
import { DecisionService } from './decision.service.js';
import { FinalDecisionService } from './final.service.js';
import { MeetingService } from './meeting.service.js';
import * as request from './request.entity.js';
import { RequestService } from './request.service.js';
import { RulingService } from './ruling.service.js';
import { StaffService } from './staff.service.js';

const entities = [request, decision, council, copies].flatMap((of) => Object.values<new () => object>(of));
const services = [
  RequestService,
  MeetingService,
  DecisionService,
  FinalDecisionService,
  ClaimService,
  RulingService,
  CouncilService,
  StaffService,
];

@Module({ imports: [TypeOrmModule.forFeature(entities)], providers: [...services, CopiesJobs] })
export class ConsultationModule {}
