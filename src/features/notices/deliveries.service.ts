import { Inject, Injectable } from '@nestjs/common';
import { type Actor, SYSTEM } from '../../kernel/actor.js';
import { dayOf } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { enqueue } from '../../platform/jobs/index.js';
import { record } from '../evidence/index.js';
import { startLongJob, stepDone, stepOf } from '../jobs/index.js';
import { scopeReaches } from '../tools/index.js';
import { REMINDER_DAYS, REMINDERS } from './domain/hand-over.js';
import { mailReached, mailTexts } from './notice-mail.js';
import { noticePaths } from './notices.paths.js';
import {
  cutIntoPieces,
  deliverPiece,
  deliverToScope,
  lockPiece,
  noticesToCatchUp,
  PIECE,
  piecesTogether,
  remindUnopened,
} from './sending.repository.js';
import { DELIVER_PIECE, DELIVER_TO_JOINERS, queueWaitingPieces, REMIND } from './sending-work.js';

export interface ToSend {
  readonly id: string;
  readonly versionId: string;
  readonly toolName: string;
}
/** What the log says of a sending: whom it reached at once, or how many it goes to in how many pieces. */
export interface Sending {
  /** The long work that delivers the rest; null when everybody has it. */
  readonly jobId: string | null;
  readonly recorded: Readonly<Record<string, string | number>>;
}

@Injectable()
export class DeliveriesService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  /** Delivers a new notice at once to up to a piece of people; to more it goes piece by piece, each in a job of its own. The caller records. */
  async send(tx: Tx, actor: Actor, now: Date, notice: ToSend): Promise<Sending> {
    const day = dayOf(now);
    if (!(await scopeReaches(tx, notice.versionId, day, PIECE + 1))) {
      const { people, hash, persons } = await deliverToScope(tx, notice.id, day, now);
      await this.mail(tx, 'notice', notice, persons);
      return { jobId: null, recorded: { people, hash } };
    }
    const jobId = newId('j');
    const { people, pieces } = await cutIntoPieces(tx, notice.id, jobId, day);
    await startLongJob(tx, actor, now, { id: jobId, kind: DELIVER_PIECE, subjectId: notice.id, total: people, steps: pieces });
    await queueWaitingPieces(tx, notice.id);
    return { jobId, recorded: { inScope: people, pieces } };
  }

  /** One step of a sending. Running it again does nothing: the piece was delivered, mails and all, or it was not. */
  deliverPiece(of: { readonly noticeId: string; readonly piece: number; readonly jobId: string }, now: Date): Promise<void> {
    return stepOf(this.transactions, of.jobId, now, () =>
      this.transactions.run(async (tx) => {
        const piece = await lockPiece(tx, of.noticeId, of.piece);
        if (!piece) return;
        const texts = mailTexts('notice', { tool: piece.toolName, url: this.urlOf(piece.noticeId) });
        const people = await deliverPiece(tx, piece, dayOf(now), now, texts);
        const isLast = await stepDone(tx, piece.jobId, people, now, this.config.baseUrl);
        if (!isLast) return;
        const together = await piecesTogether(tx, piece.noticeId);
        await record(tx, SYSTEM, now, 'notice.delivered', { toolId: piece.toolId, subjectId: piece.noticeId }, together);
      }),
    );
  }

  /** Who came into scope since a notice was sent gets it too, a piece at a time. */
  deliverToJoiners(now: Date): Promise<void> {
    return this.transactions.run(async (tx) => {
      let isMore = false;
      for (const { id, toolId, toolName } of await noticesToCatchUp(tx, dayOf(now))) {
        const { people, hash, persons } = await deliverToScope(tx, id, dayOf(now), now);
        if (people === 0) continue;
        await this.mail(tx, 'notice', { id, toolName }, persons);
        await record(tx, SYSTEM, now, 'notice.delivered-to-joiners', { toolId, subjectId: id }, { people, hash });
        isMore ||= people === PIECE;
      }
      if (isMore) await enqueue(tx, DELIVER_TO_JOINERS, {});
    });
  }

  /** Two reminders, to whoever has no proof of delivery yet. On no tool's timeline: it would say that somebody is out. */
  remind(now: Date): Promise<void> {
    return this.transactions.run(async (tx) => {
      let reminded = 0;
      for (const { noticeId, toolName, persons } of await remindUnopened(tx, now, { days: REMINDER_DAYS, times: REMINDERS, most: PIECE })) {
        await this.mail(tx, 'reminder', { id: noticeId, toolName }, persons);
        await record(tx, SYSTEM, now, 'notice.reminded', { subjectId: noticeId }, { people: persons.length });
        reminded += persons.length;
      }
      if (reminded === PIECE) await enqueue(tx, REMIND, {});
    });
  }

  private mail(tx: Tx, name: 'notice' | 'reminder', notice: Pick<ToSend, 'id' | 'toolName'>, persons: readonly string[]): Promise<void> {
    return mailReached(tx, name, { ...notice, url: this.urlOf(notice.id) }, persons);
  }

  private urlOf(noticeId: string): string {
    return `${this.config.baseUrl}${noticePaths.mine(noticeId)}`;
  }
}
