import type { Language } from '../../kernel/actor.js';
import type { Day } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';

export interface Person {
  readonly id: string;
  readonly staffNumber: string;
  readonly name: string;
  readonly email: string | null;
  readonly unitId: string;
  readonly unitName: string;
  readonly managerId: string | null;
  readonly managerStaffNumber: string | null;
  readonly language: Language;
  readonly otherLanguage: string | null;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly worksAtHome: boolean;
  readonly device: string | null;
  readonly leftAt: Date | null;
}

const PERSON = `p.id, p.staff_number as "staffNumber", p.name, p.email, p.unit_id as "unitId", u.name as "unitName", p.manager_id as "managerId",
  m.staff_number as "managerStaffNumber", p.language, p.other_language as "otherLanguage", p.starts_on::text as "startsOn", p.ends_on::text as "endsOn",
  p.works_at_home as "worksAtHome", p.device, p.left_at as "leftAt"
  from persons p join units u on u.id = p.unit_id left join persons m on m.id = p.manager_id`;

export const readPerson = async (tx: Tx, id: string): Promise<Person | null> => {
  const rows: Person[] = await tx.query(`select ${PERSON} where p.id = $1`, [id]);
  return rows[0] ?? null;
};

const PAGE_SIZE = 50;

export interface PersonLine {
  readonly id: string;
  readonly staffNumber: string;
  readonly name: string;
  readonly unitName: string;
  readonly endsOn: Day | null;
  readonly hasAccount: boolean;
}
export interface PersonPage {
  readonly persons: readonly PersonLine[];
  readonly total: number;
  readonly pages: number;
}
interface Wanted {
  readonly page: number;
  readonly text: string;
  readonly unitId: string | null;
}

const like = (text: string): string => `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;

/** One page of who works here, by name; `text` looks in name, staff number and mail address. */
export const listPersons = async (tx: Tx, { page, text, unitId }: Wanted): Promise<PersonPage> => {
  const where = `p.left_at is null and p.erased_at is null and ($1::text is null or p.unit_id = $1)
    and (lower(p.name) like $2 or lower(p.staff_number) like $2 or lower(coalesce(p.email, '')) like $2)`;
  const parameters = [unitId, like(text)];
  const [count]: { total: number }[] = await tx.query(`select count(*)::int as total from persons p where ${where}`, parameters);
  const persons: PersonLine[] = await tx.query(
    `select p.id, p.staff_number as "staffNumber", p.name, u.name as "unitName", p.ends_on::text as "endsOn",
      exists (select from accounts a where a.person_id = p.id and a.password_hash is not null) as "hasAccount"
     from persons p join units u on u.id = p.unit_id where ${where} order by lower(p.name), p.id limit ${PAGE_SIZE} offset $3`,
    [...parameters, (page - 1) * PAGE_SIZE],
  );
  const total = count?.total ?? 0;
  return { persons, total, pages: Math.max(1, Math.ceil(total / PAGE_SIZE)) };
};

/** True when `managerId` stands anywhere up the line of `personId`. */
export const isManagerOf = async (tx: Tx, managerId: string, personId: string): Promise<boolean> => {
  const [row]: { found: boolean }[] = await tx.query(
    `with recursive line (id) as (
      select manager_id from persons where id = $2 and manager_id is not null
      union select p.manager_id from persons p join line on p.id = line.id where p.manager_id is not null)
     select exists (select from line where id = $1) as found`,
    [managerId, personId],
  );
  return row?.found === true;
};

export const namesOf = async (tx: Tx, personIds: readonly string[]): Promise<Map<string, string>> => {
  if (personIds.length === 0) return new Map();
  const rows: { id: string; name: string }[] = await tx.query(`select id, name from persons where id = any($1)`, [personIds]);
  return new Map(rows.map(({ id, name }) => [id, name]));
};

/** Which of these persons work here now. */
export const personsWorking = async (tx: Tx, personIds: readonly string[]): Promise<string[]> => {
  const rows: { id: string }[] = await tx.query(`select id from persons where id = any($1) and left_at is null and erased_at is null`, [
    personIds,
  ]);
  return rows.map(({ id }) => id);
};

export interface NamedPerson {
  readonly id: string;
  readonly name: string;
  readonly staffNumber: string;
}

/** Everyone who works here with one of these staff numbers or, letter case apart, one of these names. */
export const personsCalled = (tx: Tx, words: readonly string[]): Promise<NamedPerson[]> =>
  tx.query(
    `select id, name, staff_number as "staffNumber" from persons
     where left_at is null and erased_at is null and (staff_number = any($1) or lower(name) = any($2)) order by id`,
    [words, words.map((word) => word.toLowerCase())],
  );

export const personsById = (tx: Tx, ids: readonly string[]): Promise<NamedPerson[]> =>
  tx.query(`select id, name, staff_number as "staffNumber" from persons where id = any($1)`, [ids]);

export interface PersonFields {
  readonly staffNumber: string;
  readonly name: string;
  readonly email: string | null;
  readonly unitId: string;
  readonly managerId: string | null;
  readonly language: Language;
  readonly otherLanguage: string | null;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly worksAtHome: boolean;
  readonly device: string | null;
}

const values = (id: string, fields: PersonFields): unknown[] => [
  id,
  fields.staffNumber,
  fields.name,
  fields.email,
  fields.unitId,
  fields.managerId,
  fields.language,
  fields.otherLanguage,
  fields.startsOn,
  fields.endsOn,
  fields.worksAtHome,
  fields.device,
];

export const insertPerson = async (tx: Tx, id: string, fields: PersonFields, now: Date): Promise<void> => {
  await tx.query(
    `insert into persons (id, staff_number, name, email, unit_id, manager_id, language, other_language, starts_on, ends_on, works_at_home, device, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [...values(id, fields), now],
  );
};

export const idOfStaffNumber = async (tx: Tx, staffNumber: string): Promise<string | null> => {
  const rows: { id: string }[] = await tx.query(`select id from persons where staff_number = $1`, [staffNumber]);
  return rows[0]?.id ?? null;
};

export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly persons: number;
}
export const listUnits = (tx: Tx): Promise<Unit[]> =>
  tx.query(
    `select u.id, u.name, count(p.id)::int as persons from units u left join persons p on p.unit_id = u.id and p.left_at is null
     group by u.id order by lower(u.name), u.id`,
  );

export const insertUnit = async (tx: Tx, id: string, name: string, now: Date): Promise<void> => {
  await tx.query(`insert into units (id, name, created_at) values ($1, $2, $3)`, [id, name, now]);
};

export const renameUnit = async (tx: Tx, id: string, name: string): Promise<boolean> => {
  const rows: [unknown, number] = await tx.query(`update units set name = $2 where id = $1`, [id, name]);
  return rows[1] === 1;
};

/** Marks those whose last day is over, ends their roles and their sessions. Answers whom. */
export const endLeavers = async (tx: Tx, today: Day, now: Date): Promise<string[]> => {
  const rows: { ids: string[] }[] = await tx.query(
    `with gone as (select id from persons where ends_on < $1 and left_at is null for update),
      marked as (update persons p set left_at = $2 from gone where p.id = gone.id returning p.id),
      ended as (update role_grants g set ended_at = $2 from gone where g.person_id = gone.id and g.ended_at is null returning g.id),
      closed as (update sessions s set ended_at = $2 from gone where s.person_id = gone.id and s.ended_at is null returning s.person_id)
     select coalesce(array_agg(id), '{}') as ids from marked`,
    [today, now],
  );
  return rows[0]?.ids ?? [];
};
