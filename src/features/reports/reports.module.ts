import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CountedQuarterRow, PublishedCountRow } from './counts/counts.entity.js';
import { CountsPages } from './counts/counts.pages.js';
import { CountsService } from './counts/counts.service.js';
import { AnnualPages } from './annual.pages.js';
import { AnnualService } from './annual.service.js';

@Module({
  imports: [TypeOrmModule.forFeature([CountedQuarterRow, PublishedCountRow])],
  controllers: [AnnualPages, CountsPages],
  providers: [AnnualService, CountsService],
  exports: [CountsService],
})
export class ReportsModule {}
