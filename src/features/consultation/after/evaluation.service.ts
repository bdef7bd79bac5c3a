import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { type Clock, type Day, dayOf } from '../../../kernel/clock.js';
import { newId, newReference } from '../../../kernel/ids.js';
import { notFound, Problem, refused, unusable } from '../../../kernel/problem.js';
import { type Config, ConfigToken } from '../../../platform/config/index.js';
import { Transactions, type Tx } from '../../../platform/database/index.js';
import { ClockToken } from '../../../platform/http/index.js';
import { nextEvaluationLastDay } from '../../../policy/index.js';
import { record } from '../../evidence/index.js';
import { confirmIdentity, type Identity } from '../../people/index.js';
import { lockToolOf } from '../../tools/index.js';
import { knownRequest, personIn, pressedOnce, standingRequest, versionInHand } from '../acting.js';
import { tellCouncil } from '../tell-council.js';
import { afterPaper } from './after-papers.js';
import { afterPaths } from './after.paths.js';
import type { Figure } from './domain/figures.js';
import {
  findReport,
  insertFigures,
  insertReport,
  insertReview,
  insertReviewConfirmation,
  type Report,
  type Review,
} from './effects.repository.js';
import { reportBlocks, reviewBlocks } from './evaluation-papers.js';
import { OFFICERS, refuseUnknown } from './officers.js';
import { tellRoles } from './tell-employer.js';

export interface TypedReview {
  readonly view: string;
  readonly outcome: 'continue' | 'adapt' | 'stop';
  readonly nextOn: Day | null;
}
interface Press {
  readonly identity: Identity;
  readonly key: string | undefined;
}

/** Did the tool reach its goal? The employer reports in figures, the council says what follows. */
@Injectable()
export class EvaluationService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  report(
    actor: Actor,
    requestId: string,
    typed: { summary: string; figures: readonly Figure[] },
  ): Promise<{ reportId: string; reference: string }> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const person = personIn(actor, ['privacy_officer']);
      const request = await standingRequest(tx, requestId);
      await lockToolOf(tx, request.versionId);
      const { toolId, toolName, fingerprint } = await versionInHand(tx, request);
      const [id, reference] = [newId('w'), newReference()];
      const row = { id, tool_id: toolId, request_id: requestId, fingerprint, summary: typed.summary, reference };
      await insertReport(tx, { ...row, reported_by: person, reported_at: now });
      await insertFigures(tx, id, typed.figures);
      const document = afterPaper({ title: 'title.effect.reported', toolName, reference, fingerprint }, (pen) => reportBlocks(pen, typed));
      await tellCouncil(tx, now, { toolId, act: 'effect.reported', document });
      const url = `${this.config.baseUrl}${afterPaths.review(id)}`;
      await tellRoles(tx, ['director', 'hr_registrar'], { name: 'mail.report', url, reference });
      return { reportId: id, reference: await record(tx, actor, now, 'effect.reported', { toolId, subjectId: id }, { reference }) };
    });
  }

  /** One officer writes down what the council found. It counts once another officer confirms it. */
  recordReview(actor: Actor, reportId: string, typed: TypedReview, press: Press): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const person = personIn(actor, OFFICERS);
      return pressedOnce(tx, now, actor, { route: 'evaluation.record', key: press.key, body: { reportId, ...typed } }, async () => {
        await confirmIdentity(tx, now, actor, press.identity);
        const report = await openReport(tx, actor, reportId);
        refuseDay(typed, dayOf(now));
        const [id, reference] = [newId('w'), newReference()];
        const row = { id, report_id: reportId, view: typed.view, outcome: typed.outcome, next_on: typed.nextOn, reference };
        await insertReview(tx, { ...row, recorded_by: person, recorded_at: now });
        return said(tx, actor, now, { report, review: typed, subjectId: id, reference, act: 'evaluation.recorded' });
      });
    });
  }

  confirmReview(actor: Actor, reportId: string, reviewId: string, identity: Identity): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const person = personIn(actor, OFFICERS);
      await confirmIdentity(tx, now, actor, identity);
      const report = await openReport(tx, actor, reportId);
      const { review } = report;
      if (review?.id !== reviewId) throw refused('evaluation.not-waiting');
      if (review.recordedBy === person) throw refused('evaluation.same-officer');
      await insertReviewConfirmation(tx, { review_id: reviewId, by_person: person, at: now });
      return said(tx, actor, now, { report, review, subjectId: reviewId, reference: newReference(), act: 'evaluation.confirmed' });
    });
  }
}

/** A report on which the council has not said its last word, its tool held. */
const openReport = async (tx: Tx, actor: Actor, reportId: string): Promise<Report> => {
  const before = await findReport(tx, reportId);
  if (!before) throw notFound();
  await refuseUnknown(tx, actor, before.toolId);
  await lockToolOf(tx, before.versionId);
  const report = await findReport(tx, reportId);
  if (!report) throw notFound();
  if (report.reportedBy === actor.personId) throw refused('evaluation.own-report');
  if (report.review?.confirmedAt) throw refused('evaluation.done');
  if ((await knownRequest(tx, report.requestId)).withdrawnAt) throw refused('request.withdrawn');
  return report;
};

const refuseDay = ({ outcome, nextOn }: TypedReview, today: Day): void => {
  if (outcome === 'stop' && nextOn) throw unusable('nextOn', 'evaluation.no-next');
  if (outcome === 'stop') return;
  if (!nextOn) throw unusable('nextOn', 'evaluation.next-missing');
  if (nextOn <= today) throw unusable('nextOn', 'day.not-later');
  if (nextOn > nextEvaluationLastDay(today))
    throw new Problem(422, 'input.unusable', [{ field: 'nextOn', code: 'evaluation.next-too-far' }]);
};

interface Said {
  readonly report: Report;
  readonly review: Pick<Review, 'view' | 'outcome' | 'nextOn'>;
  readonly subjectId: string;
  readonly reference: string;
  readonly act: 'evaluation.recorded' | 'evaluation.confirmed';
}
const said = async (tx: Tx, actor: Actor, now: Date, { report, review, subjectId, reference, act }: Said): Promise<string> => {
  const { toolId, toolName, fingerprint } = report;
  const document = afterPaper({ title: `title.${act}`, toolName, reference, fingerprint }, (pen) => reviewBlocks(pen, review));
  await tellCouncil(tx, now, { toolId, act, document });
  const payload = { report: report.id, outcome: review.outcome, nextOn: review.nextOn, reference };
  return record(tx, actor, now, act, { toolId, subjectId }, payload);
};
