import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { HandOversService } from './hand-overs.service.js';
import { InboxService } from './inbox.service.js';
import { HandOverRow, NoticeDeliveryRow, NoticeDraftRow, NoticeRow } from './notices.entity.js';
import { NoticesJobs } from './notices.jobs.js';
import { NoticesService } from './notices.service.js';

/** `NoticeChainCheck` and `PlatformState` come from the gate, whose module is global. */
@Module({
  imports: [TypeOrmModule.forFeature([NoticeDraftRow, NoticeRow, NoticeDeliveryRow, HandOverRow])],
  providers: [NoticesService, InboxService, HandOversService, NoticesJobs],
  exports: [NoticesService],
})
export class NoticesModule {}
