import type { Day } from '../../../kernel/clock.js';
import type { Tx } from '../../../platform/database/index.js';

export interface YearlyBatch {
  readonly people: number;
  /** Over the sorted identifiers, so that the log can be held against the list without naming anyone. */
  readonly hash: string;
}

/**
 * Writes a reminder for everyone who works on the day in the scope of a running tool and who was told, or reminded, a year ago. Whether a
 * person is measured now plays no part. One statement, whatever their number; nothing is written on a day on which it is nobody's turn.
 */
export const remindYearly = async (tx: Tx, reminderId: string, day: Day, at: Date): Promise<YearlyBatch> => {
  const [batch]: YearlyBatch[] = await tx.query(
    `with covered as (
      select s.person_id, array_agg(distinct r.tool_id order by r.tool_id) as tools
      from tools_running r join people_in_scope s on s.version_id = r.version_id
      where s.starts_on <= $2::date and (s.ends_on is null or s.ends_on >= $2::date) group by s.person_id),
     reminded as (
      select y.person_id, max(b.sent_at) as at from yearly_reminder_people y join yearly_reminders b on b.id = y.reminder_id group by y.person_id),
     told as (
      select d.person_id, min(d.sent_at) as at from notice_deliveries d join notices n on n.id = d.notice_id and n.kind in ('notice', 'change')
      join tools_running r on r.tool_id = n.tool_id group by d.person_id),
     due as (
      select c.person_id, c.tools from covered c join told t on t.person_id = c.person_id left join reminded r on r.person_id = c.person_id
      where ((coalesce(r.at, t.at) at time zone 'Europe/Amsterdam')::date + interval '1 year')::date <= $2::date),
     batch as (insert into yearly_reminders (id, sent_at) select $1, $3 where exists (select 1 from due) returning id),
     written as (
      insert into yearly_reminder_people (reminder_id, person_id, tools) select batch.id, due.person_id, due.tools from batch, due returning person_id)
     select count(*)::int as people,
      encode(sha256(convert_to(coalesce(string_agg(person_id, ',' order by person_id), ''), 'UTF8')), 'hex') as hash from written`,
    [reminderId, day, at],
  );
  return batch ?? { people: 0, hash: '' };
};

/** Everyone in a reminder with an address, in one language: for a mail to all of them. */
export const RECIPIENTS = `select p.id as reference, coalesce(a.mail_address, p.email) as address
  from yearly_reminder_people y join persons p on p.id = y.person_id left join accounts a on a.person_id = p.id
  where y.reminder_id = $1 and p.erased_at is null and coalesce(a.language, p.language) = $2`;

export interface YearlyLine {
  readonly id: string;
  readonly sentAt: Date;
}
/** The yearly reminders that one person got, newest first. */
export const yearlyOf = (tx: Tx, personId: string): Promise<YearlyLine[]> =>
  tx.query(
    `select b.id, b.sent_at as "sentAt" from yearly_reminder_people y join yearly_reminders b on b.id = y.reminder_id
     where y.person_id = $1 order by b.sent_at desc, b.id limit 20`,
    [personId],
  );

export interface YearlyReminder extends YearlyLine {
  readonly tools: readonly { readonly id: string; readonly name: string }[];
}
/** One reminder as this person got it; null for anyone else. */
export const yearlyReminder = async (tx: Tx, reminderId: string, personId: string): Promise<YearlyReminder | null> => {
  const [row]: YearlyReminder[] = await tx.query(
    `select b.id, b.sent_at as "sentAt",
      (select jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by lower(t.name), t.id) from tools t where t.id = any(y.tools)) as tools
     from yearly_reminder_people y join yearly_reminders b on b.id = y.reminder_id where b.id = $1 and y.person_id = $2`,
    [reminderId, personId],
  );
  return row ?? null;
};
