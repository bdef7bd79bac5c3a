import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { InboxPages } from './inbox.pages.js';
import { NoticeReadingService } from './notice-reading.service.js';
import { NoticeTextPages } from './notice-text.pages.js';
import { NoticesPages } from './notices.pages.js';
import { CoverageService } from './coverage.service.js';
import { DeliveriesService } from './deliveries.service.js';
import { HandOversPages } from './hand-overs.pages.js';
import { HandOversService } from './hand-overs.service.js';
import { InboxService } from './inbox.service.js';
import { HandOverRow, NoticeDeliveryRow, NoticeDraftRow, NoticePieceRow, NoticeRow } from './notices.entity.js';
import { NoticesJobs } from './notices.jobs.js';
import { NoticesService } from './notices.service.js';

/** `NoticeChainCheck` and `PlatformState` come from the gate, whose module is global. */
@Module({
  imports: [TypeOrmModule.forFeature([NoticeDraftRow, NoticeRow, NoticeDeliveryRow, NoticePieceRow, HandOverRow])],
  controllers: [NoticesPages, NoticeTextPages, InboxPages, HandOversPages],
  providers: [NoticesService, InboxService, NoticeReadingService, HandOversService, CoverageService, DeliveriesService, NoticesJobs],
  exports: [NoticesService],
})
export class NoticesModule {}
