import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ClosingService } from './closing.service.js';
import * as entities from './dashboards.entity.js';
import { DashboardsJobs } from './dashboards.jobs.js';
import { DashboardsPages } from './dashboards.pages.js';
import { DashboardsService } from './dashboards.service.js';
import { FiguresPages } from './figures.pages.js';
import { FiguresService } from './figures.service.js';

@Module({
  imports: [TypeOrmModule.forFeature(Object.values(entities))],
  controllers: [DashboardsPages, FiguresPages],
  providers: [DashboardsService, FiguresService, ClosingService, DashboardsJobs],
})
export class DashboardsModule {}
