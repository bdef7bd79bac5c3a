import type { Language } from '../kernel/actor.js';
import type { Tx } from '../platform/database/index.js';

export interface SampleAccount {
  readonly personId: string;
  readonly passwordHash: string;
  readonly totpSecret: string | null;
}

/** Accounts of the sample people, all at once: nobody follows an invitation in the demo. */
export const insertAccounts = (tx: Tx, accounts: readonly SampleAccount[], language: Language, at: Date): Promise<unknown> =>
  tx.query(
    `insert into accounts (person_id, password_hash, totp_secret, totp_confirmed_at, language, changed_at)
     select a."personId", a."passwordHash", a."totpSecret", case when a."totpSecret" is null then null else $3::timestamptz end, $2, $3
     from jsonb_to_recordset($1) as a("personId" text, "passwordHash" text, "totpSecret" text)
     on conflict (person_id) do update set password_hash = excluded.password_hash, totp_secret = excluded.totp_secret,
       totp_confirmed_at = excluded.totp_confirmed_at`,
    [JSON.stringify(accounts), language, at],
  );

export const idsByName = async (tx: Tx): Promise<ReadonlyMap<string, string>> => {
  const rows: { name: string; id: string }[] = await tx.query(`select name, id from persons`);
  return new Map(rows.map(({ name, id }) => [name, id]));
};

export const unitIds = async (tx: Tx): Promise<ReadonlyMap<string, string>> => {
  const rows: { name: string; id: string }[] = await tx.query(`select name, id from units`);
  return new Map(rows.map(({ name, id }) => [name, id]));
};

/** Figures for every closed week of the sample tools, as the measurements of so many people would leave them: three in five to four in five of each unit. */
export const insertSampleFigures = async (tx: Tx): Promise<void> => {
  await tx.query(`delete from told_figures`);
  await tx.query(
    `insert into metric_rollups (tool_id, version_id, metric, unit_id, period, period_start, total, events, people)
     select v.tool_id, c.version_id, m.code, c.unit_id, c.period, c.period_start, x.times, x.times, case when m.kind = 'people' then x.people else 0 end
     from closed_periods c join tool_versions v on v.id = c.version_id join version_metrics m on m.version_id = c.version_id
     join units u on u.id = c.unit_id
     cross join lateral (select round(c.people * (0.6 + ((extract(doy from c.period_start)::integer / 7 * 5 + length(u.name)) % 9) / 40.0))::integer as people) y
     cross join lateral (select y.people, case when m.kind = 'people' then 0 else y.people * 8 + length(u.name) end as times) x
     on conflict on constraint metric_rollups_key do update set total = excluded.total, events = excluded.events, people = excluded.people`,
  );
};

export const platformToolId = async (tx: Tx): Promise<string | null> => {
  const [row]: { id: string }[] = await tx.query(`select id from tools where is_platform`);
  return row?.id ?? null;
};

const onlyId = async (rows: Promise<{ id: string }[]>): Promise<string> => {
  const [row] = await rows;
  if (!row) throw new Error('Expected: a row that an act of the sample organisation made. Found: none.');
  return row.id;
};

export const meetingOf = (tx: Tx, requestId: string): Promise<string> =>
  onlyId(tx.query(`select id from meetings where request_id = $1`, [requestId]));

export const questionOf = (tx: Tx, requestId: string): Promise<string> =>
  onlyId(tx.query(`select id from council_questions where request_id = $1 order by asked_at limit 1`, [requestId]));

export const proposalOf = (tx: Tx, requestId: string): Promise<string> =>
  onlyId(tx.query(`select id from meeting_proposals where request_id = $1 order by proposed_at limit 1`, [requestId]));

export const noticeOf = (tx: Tx, toolId: string): Promise<string> =>
  onlyId(tx.query(`select id from notices where tool_id = $1 order by published_at desc limit 1`, [toolId]));

export const conditionsOf = async (tx: Tx, decisionId: string): Promise<readonly string[]> => {
  const rows: { id: string }[] = await tx.query(`select id from decision_conditions where decision_id = $1 order by written_as`, [
    decisionId,
  ]);
  return rows.map(({ id }) => id);
};

/** People in scope of what is on, some of each tool: whether they are measured is for the decision to say. */
export const measuredPeople = (tx: Tx): Promise<{ activationId: string; personId: string }[]> =>
  tx.query(
    `select a.id as "activationId", s.person_id as "personId" from active_tools t join activations a on a.id = t.activation_id
     join tools of on of.id = t.tool_id join lateral (select person_id from people_in_scope where version_id = a.version_id order by person_id limit 20) s on true
     where not of.is_platform order by a.id, s.person_id limit 200`,
  );

export const toolsThatAreOff = (tx: Tx): Promise<{ id: string }[]> =>
  tx.query(
    `select t.id from tools t where not t.is_platform and not exists (select 1 from active_tools a where a.tool_id = t.id)
       and exists (select 1 from tool_versions v where v.tool_id = t.id) order by t.id limit 1`,
  );

/** The first who work in a unit. */
export const firstOfUnit = (tx: Tx, unit: string, most: number): Promise<{ id: string; staffNumber: string }[]> =>
  tx.query(
    `select p.id, p.staff_number as "staffNumber" from persons p join units u on u.id = p.unit_id where u.name = $1 order by p.staff_number limit $2`,
    [unit, most],
  );

/** A receiver took what waited for it. Nothing was sent: the sample organisation tells the network nothing. */
export const takeDeliveries = (tx: Tx, receiverId: string, at: Date): Promise<unknown> =>
  tx.query(
    `update webhook_deliveries set state = 'delivered', attempts = 1, last_at = $2, last_status = 204 where receiver_id = $1 and state = 'waiting'`,
    [receiverId, at],
  );

/** What a tool kept of one person on these days, until the day on which it is deleted. */
export const insertMeasuredDays = async (
  tx: Tx,
  of: { toolId: string; personId: string; metric: string; days: readonly string[]; deleteOn: string },
): Promise<void> => {
  await tx.query(`select add_measurement_partition($1) where to_regclass('measurements_' || to_char($1::date, 'YYYYMMDD')) is null`, [
    of.deleteOn,
  ]);
  await tx.query(
    `insert into measurements (delete_on, batch_id, line, tool_id, version_id, metric, person_id, at, place, value)
     select $5, 'sample', d.n, v.tool_id, v.id, $3, $2, (d.day || 'T09:00:00Z')::timestamptz, 'office', 2 + d.n
     from tool_versions v cross join unnest($4::text[]) with ordinality as d(day, n) where v.tool_id = $1`,
    [of.toolId, of.personId, of.metric, of.days, of.deleteOn],
  );
};
