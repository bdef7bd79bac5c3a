import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { newSecret } from '../../kernel/ids.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Listener } from '../../platform/database/index.js';

/** Transactions that change a tool's generation say the tool's id on this channel (migration 1795000003000). */
const CHANNEL = 'agent_signal';
const MOST_WAITING = 20_000;

/** What agents wait for: that something changed for their tool. It says no more than that, and to all agents of the tool alike. */
@Injectable()
export class AgentSignals implements OnModuleInit, OnModuleDestroy {
  private readonly listener: Listener;
  private readonly counts = new Map<string, number>();
  private readonly waiting = new Map<string, Set<() => void>>();
  private waiters = 0;
  private epoch = newSecret(6);
  private isClosing = false;

  constructor(@Inject(ConfigToken) config: Config) {
    this.listener = new Listener(config.databaseUrl, CHANNEL, {
      onSaid: (toolId) => this.said(toolId),
      onGap: () => this.startOver(),
    });
  }

  onModuleInit(): Promise<void> {
    return this.listener.open();
  }

  async onModuleDestroy(): Promise<void> {
    this.isClosing = true;
    this.startOver();
    await this.listener.close();
  }

  /** The mark of a tool now: another mark than before means that something changed, or that nobody knows. */
  mark(toolId: string): string {
    return `${this.epoch}.${this.counts.get(toolId) ?? 0}`;
  }

  /** Waits until the mark of the tool is another than `after`, at most `patience` ms; answers the mark then. */
  async wait(toolId: string, after: string | null, patience: number): Promise<string> {
    if (after === this.mark(toolId) && this.waiters < MOST_WAITING && !this.isClosing) await this.untilSaid(toolId, patience);
    return this.mark(toolId);
  }

  private untilSaid(toolId: string, patience: number): Promise<void> {
    return new Promise((resolve) => {
      const others = this.waiting.get(toolId) ?? new Set();
      this.waiting.set(toolId, others);
      const go = (): void => {
        clearTimeout(timer);
        others.delete(go);
        if (others.size === 0 && this.waiting.get(toolId) === others) this.waiting.delete(toolId);
        this.waiters -= 1;
        resolve();
      };
      const timer = setTimeout(go, patience);
      timer.unref();
      others.add(go);
      this.waiters += 1;
    });
  }

  private said(toolId: string): void {
    this.counts.set(toolId, (this.counts.get(toolId) ?? 0) + 1);
    for (const go of this.waiting.get(toolId) ?? []) go();
  }

  private startOver(): void {
    this.epoch = newSecret(6);
    for (const others of this.waiting.values()) for (const go of others) go();
  }
}
