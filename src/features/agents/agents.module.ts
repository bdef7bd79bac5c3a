import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AgentDoor } from './agent-door.service.js';
import { AgentSignals } from './agent-signals.service.js';
import { AgentsApi, JwksApi } from './agents.api.js';
import * as entities from './agents.entity.js';
import { AgentsJobs } from './agents.jobs.js';
import { AgentsPages } from './agents.pages.js';
import './agents.reasons.catalogue.js';
import { AgentsService } from './agents.service.js';
import { DevicesPages } from './devices.pages.js';
import { DevicesService } from './devices.service.js';
import { EnrolmentCodesApi } from './enrolment-codes.api.js';
import { EnrolmentService } from './enrolment.service.js';
import * as incidents from './incidents/incidents.entity.js';
import { IncidentsPages } from './incidents/incidents.pages.js';
import { IncidentsService } from './incidents/incidents.service.js';
import { LeaseBatches } from './lease-batches.service.js';
import { LeaseLane } from './lease-lane.service.js';
import { LeaseService } from './lease.service.js';
import { KeysPages } from './keys/keys.pages.js';
import { KeysService } from './keys/keys.service.js';
import { SigningKeys } from './keys/signing-keys.js';
import { StopReceiptService } from './stop-receipt.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([...Object.values(entities), ...Object.values(incidents)])],
  controllers: [AgentsApi, EnrolmentCodesApi, JwksApi, AgentsPages, DevicesPages, IncidentsPages, KeysPages],
  providers: [
    AgentDoor,
    AgentSignals,
    AgentsJobs,
    AgentsService,
    DevicesService,
    EnrolmentService,
    IncidentsService,
    KeysService,
    LeaseBatches,
    LeaseLane,
    LeaseService,
    SigningKeys,
    StopReceiptService,
  ],
  exports: [AgentDoor, DevicesService, EnrolmentService, LeaseLane, LeaseService, SigningKeys],
})
export class AgentsModule {}
