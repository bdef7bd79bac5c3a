import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AgentsModule } from '../agents/index.js';
import * as entities from './devices.entity.js';
import { DevicesJobs } from './devices.jobs.js';
import './devices.reasons.catalogue.js';
import { DevicesApi } from './registered/devices.api.js';
import { DevicesPages } from './registered/devices.pages.js';
import { RegisteredDevicesService } from './registered/registered.service.js';
import { DeviceListApi } from './lists/device-list.api.js';
import { DeviceListService } from './lists/device-list.service.js';

@Module({
  imports: [AgentsModule, TypeOrmModule.forFeature(Object.values(entities))],
  controllers: [DeviceListApi, DevicesApi, DevicesPages],
  providers: [DeviceListService, DevicesJobs, RegisteredDevicesService],
})
export class DevicesModule {}
