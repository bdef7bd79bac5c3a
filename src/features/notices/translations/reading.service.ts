import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import type { Clock } from '../../../kernel/clock.js';
import { newId } from '../../../kernel/ids.js';
import { notFound, refused, unusable } from '../../../kernel/problem.js';
import { Transactions, type Tx } from '../../../platform/database/index.js';
import { ClockToken } from '../../../platform/http/index.js';
import { record } from '../../evidence/index.js';
import { lockToolOf, readVersion } from '../../tools/index.js';
import { NoticeChainCheck } from '../notice-chain-check.js';
import { type DraftTranslation, noticeDraft } from '../notice-source.js';
import type { SourcePlace } from './domain/translation.js';
import { insertReview, type OpenReading, openReadings, type ReadingRequest, requestTo, translatorsOf } from './translation.repository.js';

export interface Reading {
  readonly request: ReadingRequest;
  readonly toolId: string;
  readonly toolName: string;
  readonly places: readonly SourcePlace[];
  readonly translation: DraftTranslation;
}
export interface Answer {
  /** The texts that the reader saw. */
  readonly covers: string;
  readonly verdict: 'right' | 'wrong';
  readonly remark: string;
}

/** Reading a translation over, for the one person who was asked. */
@Injectable()
export class ReadingService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    private readonly chain: NoticeChainCheck,
  ) {}

  open(actor: Actor): Promise<readonly OpenReading[]> {
    const { personId } = actor;
    if (personId === null) return Promise.resolve([]);
    return this.transactions.read((tx) => openReadings(tx, personId));
  }

  look(actor: Actor, requestId: string): Promise<Reading> {
    return this.transactions.read((tx) => this.find(tx, actor, requestId));
  }

  /** Counts for exactly the texts that were shown. Whoever typed any of them cannot find them right. */
  answer(actor: Actor, requestId: string, { covers, verdict, remark }: Answer): Promise<void> {
    return this.transactions.run(async (tx) => {
      await lockToolOf(tx, (await this.find(tx, actor, requestId)).request.versionId);
      const { request, toolId, translation } = await this.find(tx, actor, requestId);
      if ((await translatorsOf(tx, request.versionId, request.language)).includes(request.askedPerson)) throw refused('translation.own');
      const { standing } = translation;
      if (standing.covers !== covers) throw unusable('verdict', 'reading.changed');
      if (standing.missing.length + standing.outdated.length > 0) throw refused('translation.not_whole');
      if (standing.review?.reviewedBy === request.askedPerson && standing.review.verdict === verdict && standing.review.remark === remark)
        return;
      const now = this.clock.now();
      const id = newId('w');
      await insertReview(tx, { id, requestId, coversHash: covers, verdict, remark, by: request.askedPerson, at: now });
      const subject = { toolId, subjectId: requestId };
      await record(tx, actor, now, 'notice.translation-reviewed', subject, { language: request.language, verdict, covers });
    });
  }

  private async find(tx: Tx, actor: Actor, requestId: string): Promise<Reading> {
    const request = actor.personId === null ? null : await requestTo(tx, requestId, actor.personId);
    if (!request) throw notFound();
    const version = await readVersion(tx, request.versionId);
    const { places, translations } = await noticeDraft(tx, version, await this.chain.decisionOn(tx, version.id, this.clock.now()));
    const translation = translations.find(({ language }) => language === request.language);
    if (!translation) throw notFound();
    return { request, toolId: version.toolId, toolName: version.toolName, places, translation };
  }
}
