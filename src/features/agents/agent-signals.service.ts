import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { newSecret } from '../../kernel/ids.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Listener } from '../../platform/database/index.js';
import { SigningKeys } from './keys/signing-keys.js';

/**
 * Transactions that change a tool's generation say the tool's id on this channel (migration 1795000003000); what concerns one agent is said as `tool agent`
 * (migration 1795000005620).
 */
const CHANNEL = 'agent_signal';
const MOST_WAITING = 20_000;
/** A connection that was lost without a word is given up after four of these, so that agents hear of a withdrawal within 5 s all the same. */
const BEAT_EVERY_MS = 800;

/** As what an agent is spoken to: one of its tool, and itself. */
const namesOf = (toolId: string, agentId: string): readonly string[] => [toolId, `${toolId} ${agentId}`];

/** What agents wait for: that something changed for their tool, or for them alone. It says no more than that. */
@Injectable()
export class AgentSignals implements OnModuleInit, OnModuleDestroy {
  private readonly listener: Listener;
  private readonly counts = new Map<string, number>();
  private readonly waiting = new Map<string, Set<() => void>>();
  private waiters = 0;
  private epoch = newSecret(6);
  private isClosing = false;

  constructor(
    @Inject(ConfigToken) config: Config,
    private readonly keys: SigningKeys,
  ) {
    this.listener = new Listener(config.databaseUrl, CHANNEL, {
      onSaid: (whom) => this.said(whom),
      onGap: () => this.startOver(),
      beatEveryMs: BEAT_EVERY_MS,
    });
  }

  onModuleInit(): Promise<void> {
    this.keys.onWithdrawn(() => this.startOver());
    return this.listener.open();
  }

  async onModuleDestroy(): Promise<void> {
    this.isClosing = true;
    this.startOver();
    await this.listener.close();
  }

  /** The mark of an agent now: another mark than before means that something changed, or that nobody knows. */
  mark(toolId: string, agentId: string): string {
    const counted = namesOf(toolId, agentId).map((whom) => this.counts.get(whom) ?? 0);
    return [this.epoch, ...counted].join('.');
  }

  /** Waits until the mark of the agent is another than `after`, at most `patience` ms; answers the mark then. */
  async wait(toolId: string, agentId: string, after: string | null, patience: number): Promise<string> {
    if (after === this.mark(toolId, agentId) && this.waiters < MOST_WAITING && !this.isClosing)
      await this.untilSaid(namesOf(toolId, agentId), patience);
    return this.mark(toolId, agentId);
  }

  private untilSaid(names: readonly string[], patience: number): Promise<void> {
    return new Promise((resolve) => {
      const go = (): void => {
        clearTimeout(timer);
        for (const whom of names) this.leave(whom, go);
        this.waiters -= 1;
        resolve();
      };
      const timer = setTimeout(go, patience);
      timer.unref();
      for (const whom of names) this.waiting.set(whom, (this.waiting.get(whom) ?? new Set()).add(go));
      this.waiters += 1;
    });
  }

  private leave(whom: string, go: () => void): void {
    const others = this.waiting.get(whom);
    others?.delete(go);
    if (others?.size === 0) this.waiting.delete(whom);
  }

  private said(whom: string): void {
    this.counts.set(whom, (this.counts.get(whom) ?? 0) + 1);
    for (const go of this.waiting.get(whom) ?? []) go();
  }

  private startOver(): void {
    this.epoch = newSecret(6);
    for (const others of this.waiting.values()) for (const go of others) go();
  }
}
