import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ComplaintMessageRow, ComplaintRow } from './complaints.entity.js';
import { ComplaintsJobs } from './complaints.jobs.js';
import { ComplaintsPages } from './complaints.pages.js';
import { ComplaintsService } from './complaints.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([ComplaintRow, ComplaintMessageRow])],
  controllers: [ComplaintsPages],
  providers: [ComplaintsService, ComplaintsJobs],
  exports: [ComplaintsService],
})
export class ComplaintsModule {}
