import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { LongJobRow, MailProgressRow } from './jobs.entity.js';
import { LongJobsJobs } from './jobs.jobs.js';
import { LongJobsPages } from './jobs.pages.js';
import { LongJobsService } from './jobs.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([LongJobRow, MailProgressRow])],
  controllers: [LongJobsPages],
  providers: [LongJobsService, LongJobsJobs],
})
export class LongJobsModule {}
