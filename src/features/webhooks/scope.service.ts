import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { eachOf } from '../../kernel/each-of.js';
import { newId } from '../../kernel/ids.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Transactions } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { enqueue } from '../../platform/jobs/index.js';
import { deviceScopeOf } from '../devices/index.js';
import { lockTool } from '../tools/index.js';
import { bodyOf } from './domain/event.js';
import { scopeParts } from './domain/scope.js';
import { emptyDelivered, followedTools, insertEvent, lockStanding, saveDevices } from './events.repository.js';
import { DELIVER } from './tell.js';

/**
 * Which devices came into scope of a tool that is on, or went out of it: what the list for device management says, no sooner and no finer. That list changes once an
 * hour and takes the lot with it (decision 0019), so that nobody can tell from an event who objected.
 */
@Injectable()
export class ScopeService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  async tellChanges(): Promise<void> {
    const changed = await this.transactions.read(async (tx) => {
      const found: string[] = [];
      for (const { toolId, devices } of await followedTools(tx))
        if (scopeParts(devices, await deviceScopeOf(tx, toolId)).length > 0) found.push(toolId);
      return found;
    });
    await eachOf(changed, (toolId) => this.tell(toolId)).finally(() => this.transactions.run(emptyDelivered));
  }

  private tell(toolId: string): Promise<void> {
    return this.transactions.serializable(async (tx) => {
      await lockTool(tx, toolId);
      const standing = await lockStanding(tx, toolId);
      if (standing.state !== 'active') return;
      const now = await deviceScopeOf(tx, toolId);
      const at = this.clock.now();
      const parts = scopeParts(standing.devices, now);
      for (const [index, { in: came, out }] of parts.entries()) {
        const id = newId('ev');
        const data = { toolId, activationId: standing.activationId, in: came, out, part: index + 1, parts: parts.length };
        const body = (sequence: number): string => bodyOf({ id, kind: 'devices', toolId, sequence, at, data }, this.config.baseUrl);
        await insertEvent(tx, { id, toolId, kind: 'devices', at, body });
      }
      await saveDevices(tx, toolId, [...now].sort());
      if (parts.length > 0) await enqueue(tx, DELIVER, {}, { key: DELIVER });
    });
  }
}
