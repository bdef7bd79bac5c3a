import type { Tx } from '../../../platform/database/index.js';

export interface Leaver {
  readonly id: string;
  readonly name: string;
  readonly staffNumber: string;
  readonly unitName: string;
  readonly leftAt: Date | null;
}
const LEAVER = `select p.id, p.name, p.staff_number as "staffNumber", u.name as "unitName", p.left_at as "leftAt"
  from persons p join units u on u.id = p.unit_id where p.erased_at is null`;

/** Who no longer works here and is not erased, longest ago first. */
export const listLeavers = (tx: Tx): Promise<Leaver[]> =>
  tx.query(`${LEAVER} and p.left_at is not null order by p.left_at, p.id limit 200`);

export const findLeaver = async (tx: Tx, personId: string): Promise<Leaver | null> => {
  const [row]: Leaver[] = await tx.query(`${LEAVER} and p.id = $1`, [personId]);
  return row ?? null;
};
export const lockLeaver = async (tx: Tx, personId: string): Promise<void> => {
  await tx.query(`select 1 from persons where id = $1 for update`, [personId]);
};

/** What still runs for this person, or needs this person: each is a reason to wait. */
export interface Pending {
  readonly roles: number;
  readonly handles: number;
  readonly objections: number;
  readonly requests: number;
  /** Looks at this person alone of which they were not told, or that go on. */
  readonly untold: number;
  /** Data that is kept for this person: as evidence that they asked for, or while its use is restricted (GDPR 18). */
  readonly kept: number;
}
export const pendingOf = async (tx: Tx, personId: string): Promise<Pending> => {
  const [row]: Pending[] = await tx.query(
    `select (select count(*)::int from role_grants where person_id = $1 and ended_at is null and role <> 'employee') as roles,
      (select count(*)::int from channels where $1 in (handler_id, deputy_id)) as handles,
      (select count(*)::int from objections o where o.person_id = $1 and not o.converted and not exists (
        select 1 from objection_acts a where a.objection_id = o.id and a.kind in ('upheld', 'rejected', 'withdrawn'))) as objections,
      (select count(*)::int from rights_requests where person_id = $1 and kind <> 'erasure' and answered_at is null and withdrawn_at is null) as requests,
      (select count(*)::int from individual_view_courses where person_id = $1 and opened_at is not null and told_at is null) as untold,
      (select count(*)::int from data_restricted where person_id = $1) + (select count(*)::int from quarantine_people p where p.person_id = $1
        and p.keeps_since is not null and p.keeps_ended_at is null
        and not exists (select 1 from quarantine_ends e where e.quarantine_id = p.quarantine_id)) as kept`,
    [personId],
  );
  return row ?? { roles: 0, handles: 0, objections: 0, requests: 0, untold: 0, kept: 0 };
};

interface Erasure {
  readonly id: string;
  readonly personId: string;
  readonly reason: 'left' | 'asked';
  readonly by: string;
  readonly at: Date;
}
export const insertErasure = async (tx: Tx, { id, personId, reason, by, at }: Erasure): Promise<void> => {
  await tx.query(`insert into erasures (id, person_id, reason, by_person, at) values ($1, $2, $3, $4, $5)`, [id, personId, reason, by, at]);
};

/** Rows that are about nobody else go. What refers to a row goes before it. */
const GONE = [
  'delete from sessions where person_id = $1',
  'delete from api_keys where person_id = $1',
  'delete from sign_in_steps where person_id = $1',
  'delete from invitations where person_id = $1',
  'delete from officer_resets where person_id = $1',
  'delete from role_grants where person_id = $1',
  'delete from accounts where person_id = $1',
  'delete from idempotency_keys where person_id = $1',
  'delete from hand_overs where person_id = $1',
  'delete from notice_deliveries where person_id = $1',
  'delete from staff_announcement_recipients where person_id = $1',
  'delete from rights_requests where person_id = $1',
  'delete from mandates where person_id = $1',
  'delete from leases where person_id = $1',
  'delete from enrolment_codes where person_id = $1',
  'delete from cover_people where person_id = $1',
  'delete from cover_ended where person_id = $1',
  'delete from listed_devices where person_id = $1',
];

/** Words in rows that stay, because they count or prove that something was decided. */
const EMPTIED = [
  `update objection_acts set text = '' where text <> '' and objection_id in (select id from objections where person_id = $1)`,
  `update objection_decisions set demonstration = case when demonstration is null then null else '' end, deviation = case when deviation is null then null else '' end,
     alternative = case when alternative is null then null else '' end where objection_id in (select id from objections where person_id = $1)`,
  `update objection_duties set note = '' where note <> '' and objection_id in (select id from objections where person_id = $1)`,
  `update objections set situation = '' where person_id = $1`,
  `update detriment_acts set text = '' where text <> '' and report_id in (select id from detriment_reports where person_id = $1)`,
  `update detriment_reports set story = '', receipt = '' where person_id = $1`,
  `update individual_view_acts set text = '' where text <> '' and view_id in (select id from individual_views where person_id = $1)`,
  `update individual_views set reason = '' where reason <> '' and person_id = $1`,
  `update orders set person_id = null where person_id = $1`,
  `update persons set manager_id = null where manager_id = $1`,
];

/** A device that was this person's alone loses its name: people name devices after themselves. */
const DEVICES = [
  `update agents a set device = '-' where a.id in (select agent_id from agent_persons where person_id = $1)
     and not exists (select 1 from agent_persons other where other.agent_id = a.id and other.person_id <> $1)`,
  `update enrolment_codes set device = '-' where lower(device) = (select lower(device) from persons where id = $1)`,
  `delete from agent_persons where person_id = $1`,
];

/** Mail that waits or failed, and files of HR that nobody applied. */
const WAITING = [
  `delete from imports i using persons p where p.id = $1 and (position(p.staff_number in i.content) > 0 or position(p.name in i.content) > 0)`,
  `delete from device_files f using persons p where p.id = $1 and position(p.staff_number in f.content) > 0`,
  `delete from graphile_worker._private_jobs j where j.locked_at is null and j.payload::jsonb->>'personId' = $1`,
  `delete from graphile_worker._private_jobs j using persons p where p.id = $1 and j.locked_at is null and p.email is not null
     and j.payload::jsonb->>'to' = p.email`,
  `update graphile_worker._private_jobs j set payload = (j.payload::jsonb || jsonb_build_object('recipients', (
       select coalesce(jsonb_agg(r), '[]') from jsonb_array_elements(j.payload::jsonb->'recipients') r where r->>'to' is distinct from p.email)))::json
     from persons p where p.id = $1 and p.email is not null and j.locked_at is null and jsonb_typeof(j.payload::jsonb->'recipients') = 'array'`,
];

/** What is left in the register: a random id, so that decisions made in an office keep their maker without a name. */
const NAMELESS = `update persons set staff_number = 'x-' || id, name = '-', email = null, manager_id = null, language = 'nl', other_language = null,
  starts_on = '1970-01-01', ends_on = '1970-01-01', works_at_home = false, device = null, created_at = $2, left_at = $2, erased_at = $2 where id = $1`;

/** Takes a person out of every row that can be changed. As many statements for a long career as for a day. */
export const forgetPerson = async (tx: Tx, personId: string, at: Date): Promise<void> => {
  for (const statement of [...WAITING, ...DEVICES, ...GONE, ...EMPTIED]) await tx.query(statement, [personId]);
  await tx.query(NAMELESS, [personId, at]);
};
