import type { Day } from '../../../kernel/clock.js';
import type { Tx } from '../../../platform/database/index.js';
import type { Body } from '../domain/case-file.js';
import type { AgendaItem, Proposal } from '../domain/planning.js';
import { insertInto } from '../insert-into.repository.js';

export const insertProposal = insertInto('meeting_proposals', [
  'id',
  'request_id',
  'side',
  'starts_at',
  'place',
  'proposed_by',
  'proposed_at',
]);
export const insertChoice = insertInto('meeting_choices', ['proposal_id', 'by_person', 'at']);
export const insertItem = insertInto('agenda_items', ['id', 'request_id', 'side', 'text', 'added_by', 'added_at']);
export const insertRemoval = insertInto('agenda_removals', ['item_id', 'by_person', 'at']);

export const readProposals = (tx: Tx, requestId: string): Promise<Proposal[]> =>
  tx.query(
    `select p.id, p.side, p.starts_at as "startsAt", p.place, p.proposed_at as "proposedAt", c.at as "chosenAt",
      case when c.at is not null then (row_number() over (partition by c.at is null order by c.written_as) - 1)::int end as choice
     from meeting_proposals p left join meeting_choices c on c.proposal_id = p.id where p.request_id = $1 order by p.starts_at, p.written_as`,
    [requestId],
  );

export const readAgenda = (tx: Tx, requestId: string): Promise<AgendaItem[]> =>
  tx.query(
    `select i.id, i.side, i.text, i.added_by as "addedBy" from agenda_items i
     where i.request_id = $1 and not exists (select 1 from agenda_removals r where r.item_id = i.id) order by i.written_as`,
    [requestId],
  );

/** Requests whose two weeks may call for a reminder: sent not long ago, and no meeting was held on them. */
export interface Unmet {
  readonly requestId: string;
  readonly toolName: string;
  readonly body: Body;
  readonly sentAt: Date;
  readonly reminded: readonly number[];
  readonly agreedFor: Date | null;
}
export const requestsWithoutMeeting = (tx: Tx, sentSince: Day): Promise<Unmet[]> =>
  tx.query(
    `select r.id as "requestId", t.name as "toolName", r.body, r.sent_at as "sentAt",
      array(select m.days_before from meeting_reminders m where m.request_id = r.id) as reminded,
      (select p.starts_at from meeting_choices c join meeting_proposals p on p.id = c.proposal_id
        where p.request_id = r.id order by c.written_as desc limit 1) as "agreedFor"
     from consent_requests r join tools t on t.id = r.tool_id
     where r.body in ('or', 'pvt') and r.sent_at >= $1
       and not exists (select 1 from request_withdrawals w where w.request_id = r.id)
       and not exists (select 1 from meetings m where m.request_id = r.id)
       and not exists (select 1 from council_decisions d join decision_confirmations c on c.decision_id = d.id where d.request_id = r.id)
     order by r.written_as`,
    [sentSince],
  );

export const insertReminders = async (tx: Tx, reminders: readonly (readonly [string, number])[], now: Date): Promise<void> => {
  await tx.query(
    `insert into meeting_reminders (request_id, days_before, at) select *, $3::timestamptz from unnest($1::text[], $2::int[])`,
    [reminders.map(([requestId]) => requestId), reminders.map(([, days]) => days), now],
  );
};

/** Only one at a time reminds; the others find it done. */
export const lockMeetingReminders = async (tx: Tx): Promise<void> => {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended('consultation.meeting-reminders', 0))`);
};
