import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobRegistry } from '../../platform/jobs/index.js';
import { DeviceListService } from './lists/device-list.service.js';

@Injectable()
export class DevicesJobs implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegistry,
    private readonly lists: DeviceListService,
  ) {}

  onModuleInit(): void {
    this.jobs.addRegular('* * * * *', { name: 'devices.keep-lists', run: () => this.lists.keepAll() });
  }
}
