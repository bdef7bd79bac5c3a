import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { addDays, type Clock, type Day, dayOf } from '../../../kernel/clock.js';
import { Transactions, type Tx } from '../../../platform/database/index.js';
import { ClockToken } from '../../../platform/http/index.js';
import { JobRegistry } from '../../../platform/jobs/index.js';
import { meetingLastDay } from '../../../policy/index.js';
import { equatedDays } from '../../people/index.js';
import { mailAboutCase, peopleOf } from '../case/case-mails.js';
import { consultationPaths } from '../consultation.paths.js';
import { reminderDue } from '../domain/planning.js';
import { insertReminders, lockMeetingReminders, requestsWithoutMeeting, type Unmet } from './meetings.repository.js';

const EVERY_MORNING = '15 6 * * *';
/** An older request is not reminded of any more: both sides were told that the two weeks are over. */
const LOOK_BACK_DAYS = 60;

/** Reminds both sides of the two weeks in which they meet after a request. It decides nothing. */
@Injectable()
export class MeetingReminders implements OnModuleInit {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    private readonly registry: JobRegistry,
  ) {}

  onModuleInit(): void {
    this.registry.addRegular(EVERY_MORNING, { name: 'consultation.remind-meetings', run: () => this.remind() });
  }

  remind(): Promise<void> {
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      await lockMeetingReminders(tx);
      const equated = await equatedDays(tx);
      const due = (await requestsWithoutMeeting(tx, addDays(dayOf(now), -LOOK_BACK_DAYS))).flatMap((unmet) => {
        const days = dueFor(unmet, dayOf(now), equated);
        return days === null ? [] : [{ unmet, days }];
      });
      if (due.length === 0) return;
      await insertReminders(
        tx,
        due.map(({ unmet, days }) => [unmet.requestId, days]),
        now,
      );
      for (const { unmet, days } of due) await remindOf(tx, unmet, days);
    });
  }
}

const dueFor = ({ sentAt, reminded, agreedFor }: Unmet, today: Day, equated: readonly Day[]): number | null =>
  reminderDue(meetingLastDay(dayOf(sentAt), equated), today, reminded, agreedFor && { startsAt: agreedFor });

const remindOf = async (tx: Tx, { requestId, toolName, body }: Unmet, days: number): Promise<void> => {
  const people = [...(await peopleOf(tx, 'council', body)), ...(await peopleOf(tx, 'employer', body))];
  const page = consultationPaths.casePage(requestId, 'meetings');
  await mailAboutCase(tx, people, { kind: 'meeting.reminder', toolName, page, days });
};
