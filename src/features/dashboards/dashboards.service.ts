import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { Transactions } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { type Gate, gateOf, platformIsActive } from '../gate/index.js';
import { smallestGroup } from '../people/index.js';
import { dashboardTools } from './dashboards.repository.js';

export interface Overview {
  /** While Countersign is not active as a dossier of its own, nothing is shown. */
  readonly open: boolean;
  /** The smallest group of which this house shows figures. */
  readonly smallest: number;
  readonly gates: readonly Gate[];
}

@Injectable()
export class DashboardsService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  smallest(): Promise<number> {
    return this.transactions.read((tx) => smallestGroup(tx));
  }

  /** The gate of every tool that managers may know of, as it stands now: a stored state would show too much for a minute. */
  overview(): Promise<Overview> {
    return this.transactions.read(async (tx) => {
      const smallest = await smallestGroup(tx);
      if (!(await platformIsActive(tx))) return { open: false, smallest, gates: [] };
      const now = this.clock.now();
      const gates: Gate[] = [];
      for (const { versionId } of await dashboardTools(tx)) gates.push(await gateOf(tx, versionId, now));
      return { open: true, smallest, gates };
    });
  }
}
