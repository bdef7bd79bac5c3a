import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ClosingService } from './closing.service.js';
import * as entities from './dashboards.entity.js';
import { DashboardsApi } from './dashboards.api.js';
import { DashboardsJobs } from './dashboards.jobs.js';
import { DashboardsPages } from './dashboards.pages.js';
import { DashboardsService } from './dashboards.service.js';
import { FiguresPages } from './figures.pages.js';
import { FiguresService } from './figures.service.js';
import { LooksPages } from './looks.pages.js';
import { LooksService } from './looks.service.js';

@Module({
  imports: [TypeOrmModule.forFeature(Object.values(entities))],
  controllers: [LooksPages, DashboardsPages, FiguresPages, DashboardsApi],
  providers: [DashboardsService, FiguresService, LooksService, ClosingService, DashboardsJobs],
})
export class DashboardsModule {}
