import { Module } from '@nestjs/common';
import { DashboardsPages } from './dashboards.pages.js';
import { DashboardsService } from './dashboards.service.js';

@Module({ controllers: [DashboardsPages], providers: [DashboardsService] })
export class DashboardsModule {}
