import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import type { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { notFound, refused, unusable } from '../../kernel/problem.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { record } from '../evidence/index.js';
import { holdersOf, idOfStaffNumber, mailPersons, namesOf } from '../people/index.js';
import { countsFrom, handOverState, mayHandOver, type Way } from './domain/hand-over.js';
import {
  findSending,
  type HandOverRecord,
  insertHandOver,
  lockHandOver,
  markConfirmed,
  markDisputed,
  markWitnessed,
} from './hand-overs.repository.js';
import { mailTexts, paperMail } from './notice-mail.js';
import { noticePaths } from './notices.paths.js';
import { findNotice } from './notices.repository.js';

export interface HandOverCommand {
  readonly staffNumber: string;
  readonly way: Way;
  /** Null: the receiver alone is asked to confirm it, and may be at once. */
  readonly witnessNumber: string | null;
  readonly statement: string;
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
  ) {}

  /**
   * HR gave or posted the notice on paper. It counts once the receiver says so. After two reminders a second person may be asked instead, whose
   * word counts too.
   */
  handOver(actor: Actor, noticeId: string, command: HandOverCommand): Promise<string> {
    return this.transactions.run(async (tx) => {
      const by = actor.personId;
      const notice = await findNotice(tx, noticeId);
      if (!notice || by === null) throw notFound();
      const { way, statement } = command;
      const { personId, witness } = await namedIn(tx, by, command);
      const sending = await findSending(tx, noticeId, personId);
      if (!sending) throw unusable('staffNumber', 'handOver.notAddressed');
      const now = this.clock.now();
      if (witness !== null && !mayHandOver(sending, now)) throw refused('hand-over.too_early');
      const id = newId('h');
      await insertHandOver(tx, { id, noticeId, personId, way, statement, by, witness, at: now });
      await record(tx, actor, now, 'notice.handed-over', { subjectId: id, personId }, { notice: noticeId, way });
      const url = this.urlOf(id);
      if (witness !== null) await mailPersons(tx, [witness], mailTexts('witness', { url }));
      else await mailPersons(tx, [personId], paperMail(notice.toolName, url));
      return id;
    });
  }

  /** What the person who got the notice, or who was there, sees of a hand-over. */
  look(actor: Actor, handOverId: string): Promise<HandOverView> {
    return this.transactions.run(async (tx) => {
      const handOver = await this.concerning(tx, actor, handOverId);
      // Not to who handed it over: whether it is disputed is nobody's business.
      if (handOver.personId !== actor.personId && handOver.witnessAsked !== actor.personId) throw notFound();
      const names = await namesOf(tx, [handOver.personId]);
      return { handOver, personName: names.get(handOver.personId) ?? '', isWitness: handOver.witnessAsked === actor.personId };
    });
  }

  /** The second person's word. It is taken whatever the receiver says of it, so that a dispute does not show. */
  witness(actor: Actor, handOverId: string, statement: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const handOver = await this.concerning(tx, actor, handOverId);
      if (handOver.handedBy === actor.personId) throw refused('hand-over.own');
      if (handOver.witnessAsked === null || handOver.witnessAsked !== actor.personId) throw notFound();
      if (handOver.witnessedAt) throw refused('hand-over.witnessed');
      const now = this.clock.now();
      await markWitnessed(tx, handOverId, { by: handOver.witnessAsked, statement, at: now, countsFrom: countsFrom(handOver, now) });
      await record(tx, actor, now, 'notice.hand-over-witnessed', { subjectId: handOverId, personId: handOver.personId });
      if (!handOver.disputedAt)
        await mailPersons(tx, [handOver.personId], mailTexts('handed', { tool: handOver.toolName, url: this.urlOf(handOverId) }));
    });
  }

  /** The receiver says that it is right: the best proof there is. */
  confirm(actor: Actor, handOverId: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const handOver = await this.received(tx, actor, handOverId);
      if (handOver.confirmedAt) return;
      if (handOver.disputedAt) throw refused('hand-over.disputed');
      const now = this.clock.now();
      await markConfirmed(tx, handOverId, now);
      await record(tx, actor, now, 'notice.hand-over-confirmed', { subjectId: handOverId, personId: handOver.personId });
    });
  }

  /** The person says that it is not right: from then on it proves nothing, until the DPO decides. */
  dispute(actor: Actor, handOverId: string, text: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const handOver = await this.received(tx, actor, handOverId);
      const state = handOverState(handOver);
      if (state === 'confirmed') throw refused('hand-over.confirmed');
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

  private async concerning(tx: Tx, actor: Actor, handOverId: string): Promise<HandOverRecord> {
    const handOver = await lockHandOver(tx, handOverId);
    const named = handOver && [handOver.personId, handOver.witnessAsked, handOver.handedBy].includes(actor.personId ?? '');
    if (!handOver || !named) throw notFound();
    return handOver;
  }

  private async received(tx: Tx, actor: Actor, handOverId: string): Promise<HandOverRecord> {
    const handOver = await this.concerning(tx, actor, handOverId);
    if (handOver.personId !== actor.personId) throw notFound();
    return handOver;
  }

  private urlOf(handOverId: string): string {
    return `${this.config.baseUrl}${noticePaths.handOver(handOverId)}`;
  }
}

/** The receiver and the second person, if one is named: three different people with who hands it over. */
const namedIn = async (
  tx: Tx,
  by: string,
  { staffNumber, witnessNumber }: HandOverCommand,
): Promise<{ personId: string; witness: string | null }> => {
  const personId = await idOfStaffNumber(tx, staffNumber);
  if (!personId) throw unusable('staffNumber', 'handOver.unknown');
  if (witnessNumber === null) {
    if (personId === by) throw unusable('staffNumber', 'handOver.self');
    return { personId, witness: null };
  }
  const witness = await idOfStaffNumber(tx, witnessNumber);
  if (!witness) throw unusable('witnessNumber', 'handOver.unknown');
  if (new Set([by, personId, witness]).size < 3) throw unusable('witnessNumber', 'handOver.samePerson');
  return { personId, witness };
};
