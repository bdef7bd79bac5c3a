import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AnnouncementPages } from './announcements.pages.js';
import { AnnouncementsService } from './announcements.service.js';
import * as entities from './callers.entity.js';
import { CallersJobs } from './callers.jobs.js';
import { CallerPages } from './callers.pages.js';
import { CallersService } from './callers.service.js';
import { FollowPages } from './follow.pages.js';
import { Patience } from './patience.js';
import { CallerRequestPages } from './requests.pages.js';
import { CallerRequestsService } from './requests.service.js';

@Module({
  imports: [TypeOrmModule.forFeature(Object.values(entities))],
  controllers: [FollowPages, CallerPages, CallerRequestPages, AnnouncementPages],
  providers: [CallersService, CallerRequestsService, AnnouncementsService, Patience, CallersJobs],
})
export class CallersModule {}
