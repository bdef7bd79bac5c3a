import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AgentsModule } from '../agents/index.js';
import * as entities from './devices.entity.js';
import { DevicesJobs } from './devices.jobs.js';
import './devices.reasons.catalogue.js';
import { DeviceListApi } from './lists/device-list.api.js';
import { DeviceListService } from './lists/device-list.service.js';

@Module({
  imports: [AgentsModule, TypeOrmModule.forFeature(Object.values(entities))],
  controllers: [DeviceListApi],
  providers: [DeviceListService, DevicesJobs],
})
export class DevicesModule {}
