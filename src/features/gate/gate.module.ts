import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Attachments, ChainCheck } from '../consultation/index.js';
import { NoticeChainCheck, PlatformState } from '../notices/index.js';
import { CoverService } from './cover.service.js';
import { GateAttachments, GateChainCheck, GateNoticeChainCheck, GatePlatformState } from './answer-lower-features.js';
import { GateApi } from './gate.api.js';
import * as entities from './gate.entity.js';
import { GateJobs } from './gate.jobs.js';
import { GatePages } from './gate.pages.js';
import './gate.reasons.catalogue.js';
import { GateService } from './gate.service.js';
import { ListService } from './list.service.js';
import { OrdersApi } from './orders.api.js';
import { OrdersPages } from './orders.pages.js';
import { OrdersService } from './orders.service.js';
import { StopPages } from './stop.pages.js';
import { StopService } from './stop.service.js';
import { Watch } from './watch.js';

const ANSWERS = [
  { provide: ChainCheck, useClass: GateChainCheck },
  { provide: Attachments, useClass: GateAttachments },
  { provide: NoticeChainCheck, useClass: GateNoticeChainCheck },
  { provide: PlatformState, useClass: GatePlatformState },
];

@Global()
@Module({
  imports: [TypeOrmModule.forFeature(Object.values(entities))],
  controllers: [StopPages, OrdersPages, GatePages, GateApi, OrdersApi],
  providers: [GateService, StopService, OrdersService, CoverService, ListService, Watch, GateJobs, ...ANSWERS],
  exports: [GateService, StopService, OrdersService, ListService, Watch, ...ANSWERS],
})
export class GateModule {}
