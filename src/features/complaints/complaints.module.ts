import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CaseKeysService } from './case-keys.service.js';
import { CaseRoundsService } from './case-rounds.service.js';
import { CasesPages } from './cases.pages.js';
import { CasesService } from './cases.service.js';
import {
  CaseKeyProofRow,
  CaseKeyRow,
  ComplaintClaimRow,
  ComplaintContentRow,
  ComplaintFileRow,
  ComplaintKeyRow,
  ComplaintMessageRow,
  ComplaintRow,
} from './complaints.entity.js';
import { ComplaintsJobs } from './complaints.jobs.js';
import { ComplaintsPages } from './complaints.pages.js';
import { ComplaintsService } from './complaints.service.js';
import { FollowPages } from './follow.pages.js';
import { FollowService } from './follow.service.js';
import { HouseKeys } from './house-keys.js';
import { KeyRing } from './key-ring.js';
import { ReportPages } from './report.pages.js';

const ROWS = [
  ComplaintRow,
  ComplaintMessageRow,
  ComplaintContentRow,
  ComplaintFileRow,
  ComplaintKeyRow,
  ComplaintClaimRow,
  CaseKeyRow,
  CaseKeyProofRow,
];

@Module({
  imports: [TypeOrmModule.forFeature(ROWS)],
  controllers: [ComplaintsPages, ReportPages, FollowPages, CasesPages],
  providers: [ComplaintsService, FollowService, CasesService, CaseKeysService, CaseRoundsService, HouseKeys, KeyRing, ComplaintsJobs],
  exports: [ComplaintsService, CasesService, CaseKeysService, FollowService],
})
export class ComplaintsModule {}
