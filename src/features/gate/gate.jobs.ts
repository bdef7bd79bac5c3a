import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Json } from '../../kernel/canonical.js';
import { JobRegistry } from '../../platform/jobs/index.js';
import { CoverService } from './cover.service.js';
import { OrdersService } from './orders.service.js';
import { Watch } from './watch.js';

const textIn = (payload: Json, key: string): string => {
  const value =
    payload !== null && typeof payload === 'object' && !Array.isArray(payload) ? (payload as Record<string, Json>)[key] : undefined;
  if (typeof value !== 'string') throw new Error(`Expected a job with ${key}.`);
  return value;
};

@Injectable()
export class GateJobs implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegistry,
    private readonly watch: Watch,
    private readonly orders: OrdersService,
    private readonly cover: CoverService,
  ) {}

  onModuleInit(): void {
    this.jobs.addRegular('* * * * *', { name: 'gate.sweep', run: () => this.watch.sweep() });
    this.jobs.addRegular('*/10 * * * *', { name: 'gate.remind-orders', run: (_, now) => this.orders.remind(now) });
    this.jobs.addRegular('*/10 * * * *', { name: 'gate.draw-cover', run: () => this.cover.drawAll() });
    this.jobs.add({ name: 'gate.refresh', run: (payload) => this.watch.refresh(textIn(payload, 'toolId')) });
    this.jobs.add({ name: 'gate.refresh-all', run: () => this.watch.refreshAll() });
    this.jobs.add({ name: 'gate.tell-order', run: (payload) => this.orders.tell(textIn(payload, 'orderId')) });
    this.jobs.add({
      name: 'gate.order-person-out',
      run: async (payload) => {
        await this.orders.orderPersonOut(textIn(payload, 'toolId'), textIn(payload, 'personId'));
        await this.cover.drawFor(textIn(payload, 'toolId'));
      },
    });
  }
}
