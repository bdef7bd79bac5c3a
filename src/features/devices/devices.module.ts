import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AgentsModule } from '../agents/index.js';
import { GateModule } from '../gate/index.js';
import * as entities from './devices.entity.js';
import { DevicesJobs } from './devices.jobs.js';
import './devices.reasons.catalogue.js';
import { InventoryApi } from './inventory/inventory.api.js';
import { InventoryPages } from './inventory/inventory.pages.js';
import { InventoryService } from './inventory/inventory.service.js';
import { DevicesApi } from './registered/devices.api.js';
import { DevicesPages } from './registered/devices.pages.js';
import { RegisteredDevicesService } from './registered/registered.service.js';
import { DeviceListApi } from './lists/device-list.api.js';
import { DeviceListService } from './lists/device-list.service.js';

@Module({
  imports: [AgentsModule, GateModule, TypeOrmModule.forFeature(Object.values(entities))],
  controllers: [DeviceListApi, DevicesApi, DevicesPages, InventoryApi, InventoryPages],
  providers: [DeviceListService, DevicesJobs, RegisteredDevicesService, InventoryService],
})
export class DevicesModule {}
