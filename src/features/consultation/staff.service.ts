import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { type Clock, type Day, dayOf } from '../../kernel/clock.js';
import { newId, newReference } from '../../kernel/ids.js';
import { notFound, Problem, refused, unusable } from '../../kernel/problem.js';
import { commentsLastDay } from '../../policy/index.js';
import { Transactions } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { record } from '../evidence/index.js';
import { lockToolOf, readVersion } from '../tools/index.js';
import { caseOf, personIn, standingRequest } from './acting.js';
import { insertComment, insertCommentAnswer, insertPersonnelConfirmation, insertPersonnelMeeting, insertView } from './acts.repository.js';
import { speaksAsStaff } from './claim.service.js';
import { isInformed } from './mailing.repository.js';
import { fact, paper } from './papers.js';
import { tellBody } from './telling.js';

export interface TypedPersonnelMeeting {
  readonly heldOn: Day;
  readonly minutes: string;
  readonly quarterAffected: boolean;
  readonly adviceAsked: boolean;
}

/** Where nobody has a consent right: the view of the staff representation, the personnel meeting, the round of comments. */
@Injectable()
export class StaffService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  /** A contact of the staff representation puts its view on file, for this fingerprint. */
  recordView(actor: Actor, requestId: string, typed: { text: string; viewedOn: Day }): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const person = personIn(actor, ['pvt_contact']);
      const request = await standingRequest(tx, requestId);
      await lockToolOf(tx, request.versionId);
      const inHand = await caseOf(tx, await readVersion(tx, request.versionId));
      if (inHand.standing.body !== 'pvt' || inHand.standing.consents) throw refused('body.no-view');
      if (typed.viewedOn > dayOf(now)) throw unusable('viewedOn', 'day.future');
      if (typed.viewedOn < dayOf(request.sentAt)) throw unusable('viewedOn', 'day.before-request');
      if (inHand.acts.meetings.length === 0) throw refused('decision.before-meeting');
      const [id, reference] = [newId('w'), newReference()];
      const row = { id, request_id: requestId, fingerprint: inHand.version.fingerprint, text: typed.text, viewed_on: typed.viewedOn };
      await insertView(tx, { ...row, recorded_by: person, recorded_at: now });
      const head = { title: 'title.view.recorded', toolName: request.toolName, reference, fingerprint: request.fingerprint } as const;
      const document = paper(head, (pen) => [{ kind: 'facts', rows: [fact(pen, 'fact.text', typed.text)] }]);
      await tellBody(tx, now, { version: inHand.version, standing: inHand.standing, act: 'view.recorded', document });
      await record(
        tx,
        actor,
        now,
        'view.recorded',
        { toolId: request.toolId, subjectId: id },
        { fingerprint: request.fingerprint, reference },
      );
      return reference;
    });
  }

  /** The director's minutes of the personnel meeting. They count once two who were there, and nobody of the employer, confirm them. */
  recordPersonnelMeeting(actor: Actor, requestId: string, typed: TypedPersonnelMeeting): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const person = personIn(actor, ['director']);
      const request = await standingRequest(tx, requestId);
      await lockToolOf(tx, request.versionId);
      if (request.body !== 'personnel_meeting') throw refused('body.no-personnel-meeting');
      if (typed.heldOn > dayOf(now)) throw unusable('heldOn', 'day.future');
      if (typed.heldOn < dayOf(request.sentAt)) throw unusable('heldOn', 'day.before-request');
      const id = newId('m');
      await insertPersonnelMeeting(tx, {
        id,
        request_id: requestId,
        held_on: typed.heldOn,
        minutes: typed.minutes,
        quarter_affected: typed.quarterAffected,
        advice_asked: typed.adviceAsked,
        recorded_by: person,
        recorded_at: now,
      });
      return record(tx, actor, now, 'personnel-meeting.recorded', { toolId: request.toolId, subjectId: id }, { heldOn: typed.heldOn });
    });
  }

  confirmMinutes(actor: Actor, requestId: string): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const person = personIn(actor, ['employee']);
      if (!speaksAsStaff(actor)) throw new Problem(403, 'act.not-yours');
      const request = await standingRequest(tx, requestId);
      await lockToolOf(tx, request.versionId);
      const { acts } = await caseOf(tx, await readVersion(tx, request.versionId));
      const meeting = acts.personnelMeeting;
      if (meeting?.requestId !== requestId) throw notFound();
      if (meeting.recordedBy === person) throw new Problem(403, 'act.not-yours');
      if (meeting.confirmedBy.includes(person)) throw refused('minutes.confirmed-by-you');
      await insertPersonnelConfirmation(tx, { meeting_id: meeting.id, by_person: person, at: now });
      return record(tx, actor, now, 'personnel-meeting.confirmed', { toolId: request.toolId, subjectId: meeting.id });
    });
  }

  /** Anyone who was told can comment in the first five days. */
  comment(actor: Actor, requestId: string, text: string): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const request = await standingRequest(tx, requestId);
      if (!actor.personId || !(await isInformed(tx, request.reference, actor.personId))) throw notFound();
      if (request.body !== 'none') throw refused('body.no-comments');
      if (dayOf(now) > commentsLastDay(dayOf(request.sentAt))) throw refused('comments.closed');
      const id = newId('o');
      await insertComment(tx, { id, request_id: requestId, text, by_person: actor.personId, at: now });
      return record(tx, actor, now, 'comment.made', { toolId: request.toolId, subjectId: id });
    });
  }

  answerComment(actor: Actor, requestId: string, commentId: string, text: string): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const person = personIn(actor, ['director', 'hr_registrar']);
      const request = await standingRequest(tx, requestId);
      await lockToolOf(tx, request.versionId);
      const { file } = await caseOf(tx, await readVersion(tx, request.versionId));
      const comment = file.comments.find(({ id, requestId: on }) => id === commentId && on === requestId);
      if (!comment) throw notFound();
      if (comment.answer !== null) throw refused('comment.answered');
      await insertCommentAnswer(tx, { comment_id: commentId, text, by_person: person, at: now });
      return record(tx, actor, now, 'comment.answered', { toolId: request.toolId, subjectId: commentId });
    });
  }
}
