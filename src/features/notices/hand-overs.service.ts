import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { type Clock, dayOf } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { notFound, refused, unusable } from '../../kernel/problem.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { record } from '../evidence/index.js';
import { holdersOf, idOfStaffNumber, mailPersons, namesOf, smallestGroup } from '../people/index.js';
import { handOverState, mayHandOver } from './domain/hand-over.js';
import { type Coverage, readCoverage } from './domain/read-coverage.js';
import {
  findSending,
  type HandOverRecord,
  insertHandOver,
  lockHandOver,
  markDisputed,
  markSettled,
  markWitnessed,
  openDisputes,
} from './hand-overs.repository.js';
import { mailTexts } from './notice-mail.js';
import { noticePaths } from './notices.paths.js';
import { findNotice, type Published, unitCounts } from './notices.repository.js';
import { PlatformState } from './platform-state.js';

export interface HandOverCommand {
  readonly staffNumber: string;
  readonly witnessNumber: string;
  readonly statement: string;
}
export interface PublishedView {
  readonly notice: Published;
  /** Null while Countersign's own dossier is not active. */
  readonly coverage: Coverage | null;
}
export interface HandOverView {
  readonly handOver: HandOverRecord;
  readonly personName: string;
  readonly isWitness: boolean;
}

@Injectable()
export class HandOversService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
    private readonly platform: PlatformState,
  ) {}

  /** A published notice with its read status per unit, as it was this morning. Nobody's name. */
  published(noticeId: string): Promise<PublishedView> {
    return this.transactions.read(async (tx) => {
      const notice = await findNotice(tx, noticeId);
      if (!notice) throw notFound();
      if (!(await this.platform.active(tx))) return { notice, coverage: null };
      const counts = await unitCounts(tx, noticeId, dayOf(this.clock.now()));
      return { notice, coverage: readCoverage(counts, await smallestGroup(tx)) };
    });
  }

  /** HR gave the notice on paper. It counts once a second person has said so. */
  handOver(actor: Actor, noticeId: string, command: HandOverCommand): Promise<void> {
    return this.transactions.run(async (tx) => {
      const by = actor.personId;
      const notice = await findNotice(tx, noticeId);
      if (!notice || by === null) throw notFound();
      const personId = await idOfStaffNumber(tx, command.staffNumber);
      const witness = await idOfStaffNumber(tx, command.witnessNumber);
      if (!personId) throw unusable('staffNumber', 'handOver.unknown');
      if (!witness) throw unusable('witnessNumber', 'handOver.unknown');
      if (new Set([by, personId, witness]).size < 3) throw unusable('witnessNumber', 'handOver.samePerson');
      const sending = await findSending(tx, noticeId, personId);
      if (!sending) throw unusable('staffNumber', 'handOver.notAddressed');
      const now = this.clock.now();
      if (!mayHandOver(sending, now)) throw refused('hand-over.too_early');
      const id = newId('h');
      await insertHandOver(tx, { id, noticeId, personId, statement: command.statement, by, witness, at: now });
      await record(tx, actor, now, 'notice.handed-over', { subjectId: id, personId }, { notice: noticeId });
      await mailPersons(tx, [witness], mailTexts('witness', { url: this.urlOf(id) }));
    });
  }

  /** What the person who got the notice, or who was there, sees of a hand-over. */
  look(actor: Actor, handOverId: string): Promise<HandOverView> {
    return this.transactions.run(async (tx) => {
      const handOver = await this.concerning(tx, actor, handOverId);
      const names = await namesOf(tx, [handOver.personId]);
      return { handOver, personName: names.get(handOver.personId) ?? '', isWitness: handOver.witnessAsked === actor.personId };
    });
  }

  witness(actor: Actor, handOverId: string, statement: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const handOver = await this.concerning(tx, actor, handOverId);
      if (handOver.handedBy === actor.personId) throw refused('hand-over.own');
      if (handOver.witnessAsked !== actor.personId) throw notFound();
      if (handOver.witnessedAt) throw refused('hand-over.witnessed');
      if (handOver.disputedAt) throw refused('hand-over.settled');
      const now = this.clock.now();
      await markWitnessed(tx, handOverId, handOver.witnessAsked, statement, now);
      await record(tx, actor, now, 'notice.hand-over-witnessed', { subjectId: handOverId, personId: handOver.personId });
      await mailPersons(tx, [handOver.personId], mailTexts('handed', { tool: handOver.toolName, url: this.urlOf(handOverId) }));
    });
  }

  /** The person says that it is not right: from then on it proves nothing, until the DPO decides. */
  dispute(actor: Actor, handOverId: string, text: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const handOver = await this.concerning(tx, actor, handOverId);
      if (handOver.personId !== actor.personId) throw notFound();
      const state = handOverState(handOver);
      if (state === 'disputed') throw refused('hand-over.disputed');
      if (state.startsWith('settled')) throw refused('hand-over.settled');
      const now = this.clock.now();
      await markDisputed(tx, handOverId, text, now);
      await record(tx, actor, now, 'notice.hand-over-disputed', { subjectId: handOverId, personId: handOver.personId });
      const dpos = await holdersOf(tx, ['dpo']);
      await mailPersons(
        tx,
        dpos.map(({ personId }) => personId),
        mailTexts('disputed', { url: `${this.config.baseUrl}${noticePaths.disputes}` }),
      );
    });
  }

  disputes(): Promise<{ rows: readonly HandOverRecord[]; names: ReadonlyMap<string, string> }> {
    return this.transactions.read(async (tx) => {
      const rows = await openDisputes(tx);
      return {
        rows,
        names: await namesOf(
          tx,
          rows.map(({ personId }) => personId),
        ),
      };
    });
  }

  /** The DPO decides whether the notice was handed over. */
  settle(actor: Actor, handOverId: string, as: 'delivered' | 'not_delivered'): Promise<void> {
    return this.transactions.run(async (tx) => {
      const handOver = await lockHandOver(tx, handOverId);
      if (!handOver?.disputedAt || actor.personId === null) throw notFound();
      if (handOver.settledAs) throw refused('hand-over.settled');
      if (as === 'delivered' && !handOver.witnessedAt) throw refused('hand-over.not_witnessed');
      const now = this.clock.now();
      await markSettled(tx, handOverId, as, actor.personId, now);
      await record(tx, actor, now, 'notice.hand-over-settled', { subjectId: handOverId, personId: handOver.personId }, { as });
      await mailPersons(tx, [handOver.personId], mailTexts('settled', { url: this.urlOf(handOverId) }));
    });
  }

  private async concerning(tx: Tx, actor: Actor, handOverId: string): Promise<HandOverRecord> {
    const handOver = await lockHandOver(tx, handOverId);
    const named = handOver && [handOver.personId, handOver.witnessAsked, handOver.handedBy].includes(actor.personId ?? '');
    if (!handOver || !named) throw notFound();
    return handOver;
  }

  private urlOf(handOverId: string): string {
    return `${this.config.baseUrl}${noticePaths.handOver(handOverId)}`;
  }
}
