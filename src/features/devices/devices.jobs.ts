import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '../../platform/jobs/index.js';
import { DeviceListService } from './lists/device-list.service.js';
import { RegisteredDevicesService } from './registered/registered.service.js';

const DAY_MS = 86_400_000;

@Injectable()
export class DevicesJobs implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegistry,
    private readonly lists: DeviceListService,
    private readonly devices: RegisteredDevicesService,
  ) {}

  onModuleInit(): void {
    this.jobs.addRegular('* * * * *', { name: 'devices.keep-lists', run: () => this.lists.keepAll() });
    this.jobs.addRegular('35 3 * * *', {
      name: 'devices.forget-files',
      run: (_, now) => this.devices.forgetDrafts(new Date(now.getTime() - DAY_MS)),
    });
  }
}
