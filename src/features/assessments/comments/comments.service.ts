import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Language } from '../../../kernel/actor.js';
import type { Clock } from '../../../kernel/clock.js';
import { notFound, Problem, refused, unusable } from '../../../kernel/problem.js';
import { Transactions, type Tx } from '../../../platform/database/index.js';
import { ClockToken } from '../../../platform/http/index.js';
import { record } from '../../evidence/index.js';
import { acceptedFingerprints, lockToolOf, readVersion, type Version } from '../../tools/index.js';
import type { AdviceRequest } from '../advice.repository.js';
import { readAdviceCase } from '../assessment-facts.js';
import { type AnswerComment, type CommentAct, MAX_COMMENTS, placeOf, standingComments } from '../domain/answer-comments.js';
import { answersOf, type NamedAnswer } from './answers.js';
import { commentActs, insertComment } from './comments.repository.js';

export interface CommentModel {
  readonly version: Version;
  readonly answer: NamedAnswer;
  readonly comment: AnswerComment | null;
  /** The advice was given: what the DPO said stands as it is. */
  readonly given: boolean;
}
interface Asked {
  readonly version: Version;
  readonly request: AdviceRequest;
  readonly given: boolean;
}

/** What the DPO says of single answers while advising. */
@Injectable()
export class CommentsService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  /** One answer with what the DPO said of it; null for an answer that is not asked of this version. */
  read(versionId: string, place: string, language: Language): Promise<CommentModel | null> {
    return this.transactions.read(async (tx) => {
      const { version, request, given } = await this.asked(tx, versionId);
      const answer = answersOf(version, language).find((one) => placeOf(one) === place);
      if (!answer) return null;
      const comments = standingComments(await commentActs(tx, request.id));
      return { version, answer, given, comment: comments.find((one) => placeOf(one) === place) ?? null };
    });
  }

  /** Until the advice is given the DPO can say it otherwise; the last one stands. */
  comment(actor: Actor, versionId: string, act: CommentAct): Promise<string> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      if (actor.role !== 'dpo') throw new Problem(403, 'role.other', [{ code: 'role.other', turn: 'dpo' }]);
      await lockToolOf(tx, versionId);
      const { version, request, given } = await this.asked(tx, versionId);
      if (given) throw refused('advice.given');
      if (!answersOf(version, 'nl').some((one) => placeOf(one) === placeOf(act))) throw unusable('answer', 'comment.answer');
      if (act.verdict === 'add' && act.text.trim() === '') throw unusable('text', 'comment.empty');
      if ((await commentActs(tx, request.id)).length >= MAX_COMMENTS) throw refused('comment.enough');
      const said = act.verdict === 'none' ? { ...act, text: '' } : act;
      const id = await insertComment(tx, request.id, said, { personId: actor.personId ?? 'system', at: now });
      const payload = { fingerprint: version.fingerprint, attribute: act.attribute, item: act.item, verdict: act.verdict };
      return record(tx, actor, now, 'advice.commented', { toolId: version.toolId, subjectId: id }, payload);
    });
  }

  private async asked(tx: Tx, versionId: string): Promise<Asked> {
    const version = await readVersion(tx, versionId);
    const { request, advice } = await readAdviceCase(tx, version, await acceptedFingerprints(tx, version.toolId, version.fingerprint));
    if (!request) throw notFound();
    return { version, request, given: advice?.requestId === request.id };
  }
}
