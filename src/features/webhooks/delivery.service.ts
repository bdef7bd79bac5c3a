import { performance } from 'node:perf_hooks';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { SYSTEM } from '../../kernel/actor.js';
import type { Clock } from '../../kernel/clock.js';
import { chance } from '../../kernel/ids.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Transactions } from '../../platform/database/index.js';
import { type Posted, postTo } from '../../platform/egress/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { enqueue } from '../../platform/jobs/index.js';
import { record } from '../evidence/index.js';
import { claim, type Claimed, type Due, dueNow, giveUpAll, nextDue, type Outcome, settle } from './deliveries.repository.js';
import { Lanes } from './domain/lanes.js';
import { signatureHeaders } from './domain/signature.js';
import { nextAttempt } from './domain/term.js';
import { dropSecrets, endReceiver, secretsOf } from './receivers.repository.js';
import { DELIVER } from './tell.js';
import { WebhookKey } from './webhook-key.js';

const TIMEOUT_MS = 10_000;
/** For so long nobody else takes what is under way: a process that was killed answers for it no longer. */
const CLAIM_MS = 60_000;
/** A round begins nothing after this; what is under way ends, and another round goes on. */
const ROUND_MS = 5000;
const SOONEST_MS = 1000;
const CANDIDATES_OF_ONE = 10;
const GONE = 410;

const faultOf = (posted: Posted): { status: number | null; fault: string | null } => {
  if ('fault' in posted) return { status: null, fault: posted.fault };
  const taken = posted.status >= 200 && posted.status < 300;
  return { status: posted.status, fault: taken ? null : posted.status >= 300 && posted.status < 400 ? 'redirect' : 'status' };
};

/** Sends what waits: at least once, in order for each tool and receiver, with the same id and bytes each time. */
@Injectable()
export class DeliveryService implements OnModuleDestroy {
  private running: Promise<void> | null = null;
  private again = false;
  private stopping = false;
  private wake: () => void = () => undefined;

  constructor(
    private readonly transactions: Transactions,
    private readonly key: WebhookKey,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'webhookNetworks'>,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    await this.running?.catch(() => undefined);
  }

  /** One round in a process; who comes while it runs makes it look once more. */
  async deliver(): Promise<void> {
    if (this.running) {
      this.again = true;
      this.wake();
      return;
    }
    this.running = this.round();
    try {
      await this.running;
    } finally {
      this.running = null;
    }
  }

  private async round(): Promise<void> {
    const lanes = new Lanes();
    const until = performance.now() + ROUND_MS;
    try {
      for (;;) {
        this.again = false;
        const mayBegin = !this.stopping && performance.now() < until;
        if (mayBegin) await this.begin(lanes);
        if (lanes.busy === 0 && !(this.again && mayBegin)) break;
        if (lanes.busy > 0 && !this.again) await Promise.race([lanes.next(), new Promise<void>((wake) => (this.wake = wake))]);
      }
    } finally {
      await lanes.all();
    }
    if (lanes.started > 0) await this.planNext();
  }

  /** Begins as many as there is room for. */
  private async begin(lanes: Lanes): Promise<void> {
    if (lanes.room === 0) return;
    const now = this.clock.now();
    const due = await this.transactions.read((tx) => dueNow(tx, now, CANDIDATES_OF_ONE));
    for (const one of due) {
      if (!lanes.hasRoomFor(one.receiverId)) continue;
      const mine = await this.claim(one, now);
      if (!mine) continue;
      lanes.start(mine.receiverId, this.sendOrSay(mine));
    }
  }

  private claim(due: Due, now: Date): Promise<Claimed | null> {
    return this.transactions.run((tx) => claim(tx, due, now, new Date(now.getTime() + CLAIM_MS)));
  }

  /** What could not even be sent is written down as an attempt, or it would be claimed again and again, and keep what comes after it. */
  private sendOrSay(mine: Claimed): Promise<void> {
    return this.send(mine).catch(async (error: unknown) => {
      await this.conclude(mine, { fault: 'broken' });
      throw error;
    });
  }

  private async send(mine: Claimed): Promise<void> {
    const at = this.clock.now();
    const sealed = await this.transactions.read((tx) => secretsOf(tx, mine.receiverId, at));
    const secrets = sealed.map((one) => this.key.unseal(mine.receiverId, one)).filter((secret) => secret !== null);
    const post = {
      url: mine.url,
      body: mine.body,
      timeoutMs: TIMEOUT_MS,
      headers: {
        'content-type': 'application/cloudevents+json; charset=utf-8',
        'user-agent': 'Countersign',
        ...signatureHeaders(mine.eventId, mine.body, at, secrets),
      },
    };
    const posted = secrets.length > 0 ? await postTo(post, this.config.webhookNetworks) : ({ fault: 'secret' } as const);
    await this.conclude(mine, posted);
  }

  private conclude(mine: Claimed, posted: Posted | { readonly fault: 'secret' }): Promise<void> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const { status, fault } = 'fault' in posted ? { status: null, fault: posted.fault } : faultOf(posted);
      const outcome = this.outcomeOf(mine, now, { status, fault, retryAfterS: 'retryAfter' in posted ? posted.retryAfter : null });
      await settle(tx, mine, outcome);
      if (outcome.state === 'dead')
        await record(tx, SYSTEM, now, 'webhook.given-up', { subjectId: mine.receiverId }, { event: mine.eventId, kind: mine.kind, fault });
      if (status !== GONE || !(await endReceiver(tx, { id: mine.receiverId, how: 'gone', by: null, at: now }))) return;
      await giveUpAll(tx, mine.receiverId);
      await dropSecrets(tx, mine.receiverId);
      await record(tx, SYSTEM, now, 'webhook.receiver-gone', { subjectId: mine.receiverId });
    });
  }

  private outcomeOf(
    { attempts, termFrom }: Claimed,
    now: Date,
    tried: { status: number | null; fault: string | null; retryAfterS: number | null },
  ): Outcome {
    const { status, fault, retryAfterS } = tried;
    if (fault === null) return { state: 'delivered', nextAt: now, at: now, status, fault };
    const nextAt = status === GONE ? null : nextAttempt({ attempts: attempts + 1, termFrom, now, chance: chance(), retryAfterS });
    return { state: nextAt ? 'waiting' : 'dead', nextAt: nextAt ?? now, at: now, status, fault };
  }

  /** Another round when the next one is due: the queue’s clock may be another than ours, so a round that found nothing asks for none. */
  private async planNext(): Promise<void> {
    await this.transactions.run(async (tx) => {
      const due = await nextDue(tx);
      if (!due) return;
      const soonest = this.clock.now().getTime() + SOONEST_MS;
      await enqueue(tx, DELIVER, {}, { key: `${DELIVER}:next`, runAt: new Date(Math.max(due.getTime(), soonest)) });
    });
  }
}
