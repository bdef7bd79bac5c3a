import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Clock } from '../../kernel/clock.js';
import { notFound } from '../../kernel/problem.js';
import { Transactions } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { record } from '../evidence/index.js';
import { type HandOverRecord, handOversConcerning } from './hand-overs.repository.js';
import { type Delivered, inboxOf, type InboxLine, lockDelivery, markAcknowledged, markOpened } from './inbox.repository.js';

export interface Inbox {
  readonly lines: readonly InboxLine[];
  readonly handOvers: readonly HandOverRecord[];
}

@Injectable()
export class InboxService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  inbox(actor: Actor): Promise<Inbox> {
    const personId = personOf(actor);
    return this.transactions.read(async (tx) => ({
      lines: await inboxOf(tx, personId),
      handOvers: await handOversConcerning(tx, personId),
    }));
  }

  /** Opening a notice while signed in is the proof that it was delivered. The first opening counts. */
  open(actor: Actor, noticeId: string): Promise<Delivered> {
    const personId = personOf(actor);
    return this.transactions.run(async (tx) => {
      const delivered = await lockDelivery(tx, noticeId, personId);
      if (!delivered) throw notFound();
      if (delivered.openedAt) return delivered;
      const now = this.clock.now();
      await markOpened(tx, noticeId, personId, now);
      // Not on the tool: its timeline shows nobody when somebody read.
      await record(tx, actor, now, 'notice.opened', { subjectId: noticeId, personId });
      return { ...delivered, openedAt: now };
    });
  }

  /** "I have read this. This is not consent." */
  acknowledge(actor: Actor, noticeId: string): Promise<void> {
    const personId = personOf(actor);
    return this.transactions.run(async (tx) => {
      const delivered = await lockDelivery(tx, noticeId, personId);
      if (!delivered) throw notFound();
      if (delivered.acknowledgedAt) return;
      const now = this.clock.now();
      await markOpened(tx, noticeId, personId, now);
      await markAcknowledged(tx, noticeId, personId, now);
      await record(tx, actor, now, 'notice.acknowledged', { subjectId: noticeId, personId });
    });
  }
}

const personOf = (actor: Actor): string => {
  if (actor.personId === null) throw notFound();
  return actor.personId;
};
