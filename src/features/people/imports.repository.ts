import type { Day } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import type { Tx } from '../../platform/database/index.js';
import type { Registered } from './domain/import-check.js';
import type { PersonInput } from './domain/person-line.js';

export interface StoredImport {
  readonly id: string;
  readonly content: string;
  readonly appliedAt: Date | null;
}

export const insertImport = async (tx: Tx, uploadedBy: string, content: string, now: Date): Promise<string> => {
  const id = newId('i');
  await tx.query(`insert into imports (id, uploaded_by, uploaded_at, content) values ($1, $2, $3, $4)`, [id, uploadedBy, now, content]);
  return id;
};

export const readImport = async (tx: Tx, id: string, lock = false): Promise<StoredImport | null> => {
  const rows: StoredImport[] = await tx.query(
    `select id, content, applied_at as "appliedAt" from imports where id = $1 ${lock ? 'for update' : ''}`,
    [id],
  );
  return rows[0] ?? null;
};

/** What was uploaded is kept no longer than it is needed. */
export const closeImport = async (tx: Tx, id: string, now: Date): Promise<void> => {
  await tx.query(`update imports set applied_at = $2, content = '' where id = $1`, [id, now]);
};

export const forgetImports = async (tx: Tx, before: Date): Promise<void> => {
  await tx.query(`delete from imports where uploaded_at < $1`, [before]);
};

const COUNCIL_ROLE = (roles: string): string =>
  `exists (select from role_grants g where g.person_id = p.id and g.accepted_at is not null and g.ended_at is null and g.role in (${roles}))`;

export const registeredPersons = (tx: Tx): Promise<Registered[]> =>
  tx.query(
    `select p.staff_number as "staffNumber", p.email, m.staff_number as "managerStaffNumber",
      ${COUNCIL_ROLE(`'or_chair', 'or_secretary', 'or_member'`)} as council, ${COUNCIL_ROLE(`'or_chair', 'or_secretary'`)} as officer
     from persons p left join persons m on m.id = p.manager_id`,
  );

/** The register holds still while it is compared with a file or a form and written. */
export const lockRegister = async (tx: Tx): Promise<void> => {
  await tx.query(`lock table persons in share row exclusive mode`);
};

const LINES = `jsonb_to_recordset($1::jsonb) as l (id text, "staffNumber" text, name text, email text, unit text, "unitId" text, "managerStaffNumber" text,
  language text, "otherLanguage" text, "startsOn" date, "endsOn" date, "worksAtHome" boolean, device text)`;

const ADD_UNITS = `insert into units (id, name, created_at)
  select min(l."unitId"), l.unit, $2 from ${LINES} group by l.unit on conflict (name) do nothing`;
/** Addresses that move between people would meet on the way: they are let go of first. */
const FREE_ADDRESSES = `update persons p set email = null from ${LINES}
  where p.staff_number = l."staffNumber" and p.email is not null and lower(p.email) is distinct from lower(l.email)`;
const ADD_OR_CHANGE = `insert into persons (id, staff_number, name, email, unit_id, language, other_language, starts_on, ends_on, works_at_home, device, unit_since, created_at)
  select l.id, l."staffNumber", l.name, l.email, u.id, l.language, l."otherLanguage", l."startsOn", l."endsOn", l."worksAtHome", l.device, $3, $2
  from ${LINES} join units u on u.name = l.unit
  on conflict (staff_number) do update set name = excluded.name, email = excluded.email, unit_id = excluded.unit_id, language = excluded.language,
    other_language = excluded.other_language, starts_on = excluded.starts_on, ends_on = excluded.ends_on, works_at_home = excluded.works_at_home,
    unit_since = case when excluded.unit_id = persons.unit_id and persons.left_at is null then persons.unit_since else excluded.unit_since end,
    device = excluded.device, left_at = case when excluded.ends_on is null or excluded.ends_on >= $3 then null else persons.left_at end`;
const SET_MANAGERS = `update persons p set manager_id = m.id
  from ${LINES} left join persons m on m.staff_number = l."managerStaffNumber" where p.staff_number = l."staffNumber" and p.manager_id is distinct from m.id`;

/** Adds and changes all persons of a file in four statements, however many there are. Somebody who comes back works here again. */
export const writePersons = async (tx: Tx, persons: readonly PersonInput[], today: Day, now: Date): Promise<void> => {
  const lines = JSON.stringify(persons.map((person) => ({ ...person, id: newId('p'), unitId: newId('u') })));
  await tx.query(ADD_UNITS, [lines, now]);
  await tx.query(FREE_ADDRESSES, [lines]);
  await tx.query(ADD_OR_CHANGE, [lines, now, today]);
  await tx.query(SET_MANAGERS, [lines]);
};
