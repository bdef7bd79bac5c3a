import { BeforeApplicationShutdown, Injectable, OnApplicationBootstrap } from '@nestjs/common';
import { describeError, log } from '../../platform/log/index.js';
import { EvidenceService } from './evidence.service.js';

const EVERY_MS = 1000;

/** Calls the sequencer every second in every process; the lock in the database lets one at a time through. */
@Injectable()
export class Sequencer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(private readonly evidence: EvidenceService) {}

  onApplicationBootstrap(): void {
    this.schedule();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.running;
  }

  private schedule(): void {
    this.timer = setTimeout(() => {
      this.running = this.turn();
    }, EVERY_MS);
    this.timer.unref();
  }

  private async turn(): Promise<void> {
    try {
      await this.evidence.sequence();
    } catch (error) {
      log.error({ error: describeError(error) }, 'sequencing failed');
    }
    if (this.timer) this.schedule();
  }
}
