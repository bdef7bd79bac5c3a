import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { type Clock, type Day, dayOf } from '../../kernel/clock.js';
import { newId, newReference } from '../../kernel/ids.js';
import { notFound, refused, unusable } from '../../kernel/problem.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { record } from '../evidence/index.js';
import { storeFile } from '../people/index.js';
import { lockToolOf, readVersion } from '../tools/index.js';
import { caseOf, personIn, standingRequest } from './acting.js';
import { insertMeeting, insertPresence } from './acts.repository.js';
import { mailAboutCase, peopleOf } from './case/case-mails.js';
import { consultationPaths } from './consultation.paths.js';
import { hasMembers, officersOf, secretariesOf } from './domain/body.js';
import { paper } from './papers.js';
import type { FoundRequest } from './requests.repository.js';
import { tellBody } from './telling.js';

export interface HeldMeeting {
  readonly heldOn: Day;
  readonly minutes: string;
  readonly minutesFile: { readonly bytes: Uint8Array; readonly name: string } | null;
  readonly presentCouncil: string;
  readonly presentEmployer: string;
}

@Injectable()
export class MeetingService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  /** The secretary keeps the minutes, or the director does. The meeting counts once the other side has confirmed them. */
  recordMeeting(actor: Actor, requestId: string, held: HeldMeeting): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const request = await standingRequest(tx, requestId);
      if (!hasMembers(request.body)) throw refused('body.no-members');
      const person = personIn(actor, ['director', ...secretariesOf(request.body)]);
      const side = actor.role === 'director' ? 'employer' : 'council';
      await lockToolOf(tx, request.versionId);
      refuseWrong(held, request, now);
      const file = held.minutesFile ? await storeFile(tx, actor, now, { ...held.minutesFile, field: 'minutesFile' }) : null;
      const id = newId('m');
      await insertMeeting(tx, {
        ...rowOf(held, file?.id ?? null),
        id,
        request_id: requestId,
        side,
        recorded_by: person,
        recorded_at: now,
      });
      const reference = newReference();
      const version = await readVersion(tx, request.versionId);
      const document = minutesPaper(request, held, reference);
      const { standing } = await caseOf(tx, version);
      await tellBody(tx, now, { version, standing, act: 'meeting.recorded', document, subjectId: id });
      await askOtherSide(tx, request, side);
      await record(
        tx,
        actor,
        now,
        'meeting.recorded',
        { toolId: request.toolId, subjectId: id },
        { heldOn: held.heldOn, file: file?.sha256, reference },
      );
      return reference;
    });
  }

  /** Each side says once that the meeting was held and the minutes are right: the director, and an officer who did not write them. */
  confirmPresence(actor: Actor, requestId: string, meetingId: string): Promise<string> {
    return this.transactions.serializable(async (tx) => {
      const now = this.clock.now();
      const request = await standingRequest(tx, requestId);
      const person = personIn(actor, ['director', ...officersOf(request.body)]);
      await lockToolOf(tx, request.versionId);
      const { file } = await caseOf(tx, await readVersion(tx, request.versionId));
      const meeting = file.meetings.find((held) => held.id === meetingId && held.requestId === requestId);
      if (!meeting) throw notFound();
      const side = actor.role === 'director' ? 'employer' : 'council';
      if (meeting.recordedBy === person) throw refused('meeting.own-minutes');
      if (side === 'employer' ? meeting.confirmedAt : meeting.councilConfirmedAt) throw refused('meeting.confirmed');
      await insertPresence(tx, { meeting_id: meetingId, by_person: person, at: now, side });
      return record(tx, actor, now, 'meeting.confirmed', { toolId: request.toolId, subjectId: meetingId }, { side });
    });
  }
}

const askOtherSide = async (tx: Tx, { id, body, toolName }: FoundRequest, wrote: 'council' | 'employer'): Promise<void> => {
  const readers = await peopleOf(tx, wrote === 'council' ? 'employer' : 'council', body);
  await mailAboutCase(tx, readers, { kind: 'minutes.waiting', toolName, page: consultationPaths.casePage(id, 'meetings') });
};

const rowOf = (held: HeldMeeting, fileId: string | null) => ({
  held_on: held.heldOn,
  minutes: held.minutes,
  minutes_file_id: fileId,
  present_council: held.presentCouncil,
  present_employer: held.presentEmployer,
});

const refuseWrong = ({ heldOn, minutes, minutesFile }: HeldMeeting, { sentAt }: FoundRequest, now: Date): void => {
  if (heldOn > dayOf(now)) throw unusable('heldOn', 'day.future');
  if (heldOn < dayOf(sentAt)) throw unusable('heldOn', 'day.before-request');
  if (minutes.trim() === '' && !minutesFile) throw unusable('minutes', 'minutes.missing');
};

const minutesPaper = ({ toolName, fingerprint }: FoundRequest, held: HeldMeeting, reference: string) =>
  paper({ title: 'title.meeting.recorded', toolName, reference, fingerprint }, (pen) => [
    {
      kind: 'text',
      text: pen.t('meeting.line', { date: pen.day(held.heldOn), council: held.presentCouncil, employer: held.presentEmployer }),
    },
    { kind: 'text', text: held.minutes },
  ]);
