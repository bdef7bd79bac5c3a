import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Clock } from '../../kernel/clock.js';
import { newId, newSecret } from '../../kernel/ids.js';
import { notFound, refused, unusable } from '../../kernel/problem.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { faultOfTarget } from '../../platform/egress/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { enqueue } from '../../platform/jobs/index.js';
import { record } from '../evidence/index.js';
import { giveUpAll, sendDeadAgain } from './deliveries.repository.js';
import { type EventKind, kindsHeard } from './domain/event.js';
import { OVERLAP_MS, shownSecret } from './domain/signature.js';
import { readTarget } from './domain/target.js';
import {
  dropSecrets,
  endReceiver,
  findReceiver,
  insertReceiver,
  insertSecret,
  type LetterRow,
  lettersOf,
  listReceivers,
  lockReceiver,
  openReceivers,
  type ReceiverRow,
} from './receivers.repository.js';
import { DELIVER } from './tell.js';
import { toolNames, toolsAmong } from './tools.repository.js';
import { WebhookKey } from './webhook-key.js';

const SECRET_BYTES = 32;
const MOST_RECEIVERS = 50;
const MOST_LISTED = 200;
const MOST_LETTERS = 100;
const LOOK_UP_MS = 5000;

export interface AskedReceiver {
  readonly url: string;
  /** Besides what every receiver hears. */
  readonly kinds: readonly EventKind[];
  /** Empty: every tool, those that come later too. */
  readonly tools: readonly string[];
}

/** What IT does with receivers: programs outside that are told what changes of a tool. */
@Injectable()
export class ReceiversService {
  constructor(
    private readonly transactions: Transactions,
    private readonly key: WebhookKey,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'webhookNetworks'>,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  list(): Promise<readonly ReceiverRow[]> {
    return this.transactions.read((tx) => listReceivers(tx, MOST_LISTED));
  }

  tools(): Promise<readonly { id: string; name: string }[]> {
    return this.transactions.read(toolNames);
  }

  read(id: string): Promise<{ receiver: ReceiverRow; letters: readonly LetterRow[] }> {
    return this.transactions.read(async (tx) => {
      const receiver = await findReceiver(tx, id);
      if (!receiver) throw notFound();
      return { receiver, letters: await lettersOf(tx, id, MOST_LETTERS) };
    });
  }

  /** Answers the secret, which is shown once. @throws Problem 422 on `url` when we may not send there, with the reason, or on `tools` */
  async add(actor: Actor, asked: AskedReceiver): Promise<{ id: string; secret: string }> {
    const tools = await this.transactions.read((tx) => toolsAmong(tx, asked.tools));
    if (tools.length !== asked.tools.length) throw unusable('tools', 'receiver.tool-unknown');
    const target = readTarget(asked.url);
    if (!target) throw unusable('url', 'receiver.address-unusable');
    const fault = await faultOfTarget(target.url, this.config.webhookNetworks, LOOK_UP_MS);
    if (fault) throw unusable('url', `receiver.${fault}`);
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      if ((await openReceivers(tx)) >= MOST_RECEIVERS) throw refused('receiver.too-many');
      const id = newId('wr');
      const kinds = kindsHeard(asked.kinds);
      await insertReceiver(tx, { id, ...target, kinds, tools, by: actor.personId ?? '', at: now });
      const secret = await this.newSecret(tx, id, now);
      await record(tx, actor, now, 'receiver.added', { subjectId: id }, { host: target.host, kinds: [...kinds], tools: [...tools] });
      return { id, secret };
    });
  }

  /** A new secret; the one before it signs beside it for a day. */
  renewSecret(actor: Actor, id: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const receiver = await lockReceiver(tx, id);
      if (!receiver) throw notFound();
      const secret = await this.newSecret(tx, id, now);
      await record(tx, actor, now, 'receiver.secret-renewed', { subjectId: id }, { host: receiver.host });
      return secret;
    });
  }

  /** Nothing is sent there any more, what waits neither. */
  remove(actor: Actor, id: string): Promise<string> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const receiver = await lockReceiver(tx, id);
      if (!receiver || !(await endReceiver(tx, { id, how: 'removed', by: actor.personId, at: now }))) throw notFound();
      await giveUpAll(tx, id);
      await dropSecrets(tx, id);
      return record(tx, actor, now, 'receiver.removed', { subjectId: id }, { host: receiver.host });
    });
  }

  /** Dead letters go into the queue again, for three days more. @throws Problem 409 when none can */
  sendAgain(actor: Actor, id: string, eventId: string | null): Promise<string> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      if (!(await lockReceiver(tx, id))) throw notFound();
      const events = await sendDeadAgain(tx, id, eventId, now);
      if (events === 0) throw refused('receiver.nothing-to-send');
      await enqueue(tx, DELIVER, {}, { key: DELIVER });
      return record(tx, actor, now, 'receiver.sent-again', { subjectId: id }, { events });
    });
  }

  private async newSecret(tx: Tx, receiverId: string, now: Date): Promise<string> {
    const secret = Buffer.from(newSecret(SECRET_BYTES), 'base64url');
    const overlapUntil = new Date(now.getTime() + OVERLAP_MS);
    await insertSecret(tx, { id: newId('ws'), receiverId, sealed: this.key.seal(receiverId, secret), at: now, overlapUntil });
    return shownSecret(secret);
  }
}
