import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { HandOversApi } from './api/hand-overs.api.js';
import { NoticesApi } from './api/notices.api.js';
import { TranslationsApi } from './api/translations.api.js';
import { InboxPages } from './inbox.pages.js';
import { NoticeReadingService } from './notice-reading.service.js';
import { NoticeTextPages } from './notice-text.pages.js';
import { NoticesPages } from './notices.pages.js';
import { CoverageService } from './coverage.service.js';
import { DeliveriesService } from './deliveries.service.js';
import { DisputesService } from './disputes.service.js';
import { HandOversPages } from './hand-overs.pages.js';
import { HandOversService } from './hand-overs.service.js';
import { InboxService } from './inbox.service.js';
import { HandOverRow, NoticeDeliveryRow, NoticeDraftRow, NoticePieceRow, NoticeRow } from './notices.entity.js';
import { NoticesJobs } from './notices.jobs.js';
import { NoticesService } from './notices.service.js';
import { ReadingPages } from './translations/reading.pages.js';
import { ReadingService } from './translations/reading.service.js';
import { NoticeTranslationRequestRow, NoticeTranslationReviewRow, NoticeTranslationRow } from './translations/translation.entity.js';
import { TranslationPages } from './translations/translation.pages.js';
import { TranslationService } from './translations/translation.service.js';
import { YearlyPages } from './yearly/yearly.pages.js';
import { YearlyService } from './yearly/yearly.service.js';
import { YearlyReminderPersonRow, YearlyReminderRow } from './yearly/yearly.entity.js';

/** `NoticeChainCheck` and `PlatformState` come from the gate, whose module is global. */
@Module({
  imports: [
    TypeOrmModule.forFeature([
      NoticeDraftRow,
      NoticeRow,
      NoticeDeliveryRow,
      NoticePieceRow,
      HandOverRow,
      NoticeTranslationRow,
      NoticeTranslationRequestRow,
      NoticeTranslationReviewRow,
      YearlyReminderRow,
      YearlyReminderPersonRow,
    ]),
  ],
  controllers: [
    NoticesPages,
    NoticeTextPages,
    TranslationPages,
    ReadingPages,
    YearlyPages,
    InboxPages,
    HandOversPages,
    NoticesApi,
    HandOversApi,
    TranslationsApi,
  ],
  providers: [
    NoticesService,
    InboxService,
    NoticeReadingService,
    TranslationService,
    ReadingService,
    YearlyService,
    HandOversService,
    DisputesService,
    CoverageService,
    DeliveriesService,
    NoticesJobs,
  ],
  exports: [NoticesService],
})
export class NoticesModule {}
