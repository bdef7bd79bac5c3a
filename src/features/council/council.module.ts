import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AgreementModule } from './agreement/agreement.module.js';
import { CouncilChangesService } from './changes.service.js';
import * as council from './council.entity.js';
import { CouncilJobs } from './council.jobs.js';
import './council.reasons.catalogue.js';
import { CouncilProposalPages } from './proposal.pages.js';
import { CouncilResettingService } from './resetting.service.js';
import { RoomModule } from './room/room.module.js';
import { CouncilSettingsPages } from './settings.pages.js';
import { CouncilSettingsService } from './settings.service.js';
import { StaffRulesModule } from './staff/staff-rules.module.js';
import { TermRemindersService } from './term-reminders.service.js';

const entities = Object.values<new () => object>(council);

@Module({
  imports: [TypeOrmModule.forFeature(entities), RoomModule, AgreementModule, StaffRulesModule],
  controllers: [CouncilSettingsPages, CouncilProposalPages],
  providers: [CouncilChangesService, CouncilResettingService, CouncilSettingsService, TermRemindersService, CouncilJobs],
})
export class CouncilModule {}
