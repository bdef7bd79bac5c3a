import { AgentsModule } from './features/agents/index.js';
import { AssessmentsModule } from './features/assessments/index.js';
import { BallotsModule } from './features/ballots/index.js';
import { CallersModule } from './features/callers/index.js';
import { ComplaintsModule } from './features/complaints/index.js';
import { ConsultationModule } from './features/consultation/index.js';
import { CouncilModule } from './features/council/index.js';
import { DashboardsModule } from './features/dashboards/index.js';
import { DecisionsModule } from './features/decisions/index.js';
import { DevicesModule } from './features/devices/index.js';
import { EvidenceModule } from './features/evidence/index.js';
import { GateModule } from './features/gate/index.js';
import { HomeModule } from './features/home/index.js';
import { LongJobsModule } from './features/jobs/index.js';
import { IndividualModule } from './features/individual/index.js';
import { MeasurementsModule } from './features/measurements/index.js';
import { NoticesModule } from './features/notices/index.js';
import { ObjectionsModule } from './features/objections/index.js';
import { PeopleModule } from './features/people/index.js';
import { ReportsModule } from './features/reports/index.js';
import { RightsModule } from './features/rights/index.js';
import { ToolsModule } from './features/tools/index.js';
import { TransparencyModule } from './features/transparency/index.js';
import { WebhooksModule } from './features/webhooks/index.js';

/** Every feature, lower levels first. */
export const FEATURES = [
  EvidenceModule,
  PeopleModule,
  LongJobsModule,
  CouncilModule,
  ToolsModule,
  BallotsModule,
  AssessmentsModule,
  ConsultationModule,
  NoticesModule,
  ObjectionsModule,
  ComplaintsModule,
  GateModule,
  AgentsModule,
  MeasurementsModule,
  DecisionsModule,
  DevicesModule,
  RightsModule,
  ReportsModule,
  CallersModule,
  WebhooksModule,
  DashboardsModule,
  TransparencyModule,
  IndividualModule,
  HomeModule,
];
