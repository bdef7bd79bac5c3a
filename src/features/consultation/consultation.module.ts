import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CasesApi } from './api/cases.api.js';
import { CourtApi } from './api/court.api.js';
import { FrameworksApi } from './api/frameworks.api.js';
import { RequestsApi } from './api/requests.api.js';
import { CasePages } from './case/case.pages.js';
import { CaseService } from './case/case.service.js';
import { CaseTalkPages } from './case/talk.pages.js';
import { AfterModule } from './after/after.module.js';
import { ClaimService } from './claim.service.js';
import './conditions/condition-reasons.catalogue.js';
import { PromiseRemindersService } from './conditions/promise-reminders.service.js';
import { PromiseService } from './conditions/promise.service.js';
import * as promises from './conditions/promises.entity.js';
import { PromiseJobs } from './conditions/promises.jobs.js';
import { PromisesPages } from './conditions/promises.pages.js';
import './consultation.reasons.catalogue.js';
import * as copies from './copies.entity.js';
import { CopiesJobs } from './copies.jobs.js';
import * as council from './council.entity.js';
import { CouncilPages } from './council.pages.js';
import { CouncilService } from './council.service.js';
import * as decision from './decision.entity.js';
import { DecisionPages } from './decision.pages.js';
import { DecisionService } from './decision.service.js';
import { EmployerPages } from './employer.pages.js';
import { FrameworksModule } from './frameworks/frameworks.module.js';
import { FinalDecisionService } from './final.service.js';
import { CourtPages } from './court/court.pages.js';
import { CourtService } from './court/court.service.js';
import * as court from './court/court.entity.js';
import { MeetingReminders } from './meetings/meeting-reminders.service.js';
import { MeetingsPages } from './meetings/meetings.pages.js';
import { MeetingInvitations } from './meetings/meeting-invitations.js';
import { PlanningService } from './meetings/planning.service.js';
import * as meetings from './meetings/meetings.entity.js';
import { MemberPages } from './member.pages.js';
import { MeetingService } from './meeting.service.js';
import { PapersModule } from './papers/papers.module.js';
import { QuestionPages } from './questions/question.pages.js';
import { QuestionService } from './questions/question.service.js';
import { ReadingService } from './reading.service.js';
import * as request from './request.entity.js';
import { RequestPages } from './request.pages.js';
import { RequestService } from './request.service.js';
import { RulingService } from './ruling.service.js';
import { SharingModule } from './sharing.module.js';
import { StaffPages } from './staff.pages.js';
import { StaffService } from './staff.service.js';
import { VotingModule } from './voting/voting.module.js';

const entities = [request, decision, council, copies, meetings, court, promises].flatMap((of) => Object.values<new () => object>(of));
const services = [
  RequestService,
  MeetingService,
  DecisionService,
  FinalDecisionService,
  ClaimService,
  RulingService,
  CouncilService,
  StaffService,
  ReadingService,
  CaseService,
  QuestionService,
  PlanningService,
  MeetingReminders,
  MeetingInvitations,
  PromiseService,
  PromiseRemindersService,
  CourtService,
];

@Module({
  imports: [TypeOrmModule.forFeature(entities), AfterModule, FrameworksModule, SharingModule, PapersModule, VotingModule],
  controllers: [
    CouncilPages,
    CasePages,
    CaseTalkPages,
    QuestionPages,
    CourtPages,
    MeetingsPages,
    DecisionPages,
    MemberPages,
    RequestPages,
    EmployerPages,
    StaffPages,
    PromisesPages,
    RequestsApi,
    CasesApi,
    CourtApi,
    FrameworksApi,
  ],
  providers: [...services, CopiesJobs, PromiseJobs],
})
export class ConsultationModule {}
