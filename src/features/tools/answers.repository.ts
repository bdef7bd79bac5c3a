import type { Json } from '../../kernel/canonical.js';
import type { Tx } from '../../platform/database/index.js';
import type { CapabilityRow, Setting } from './version.js';

interface Place {
  readonly attribute: string;
  readonly item: string;
}

/** Writes answers in one statement. A changed answer loses its confirmation. */
export const upsertAnswers = (
  tx: Tx,
  versionId: string,
  answers: readonly (Place & { readonly value: Json })[],
  by: { readonly personId: string; readonly role: string; readonly at: Date },
): Promise<unknown> =>
  tx.query(
    `insert into answers (version_id, attribute, item, value, answered_by, answered_role, answered_at)
     select $1, a.attribute, a.item, coalesce(a.value, 'null'::jsonb), $3, $4, $5 from jsonb_to_recordset($2) as a(attribute text, item text, value jsonb)
     on conflict on constraint answers_key do update set value = excluded.value, answered_by = excluded.answered_by,
       answered_role = excluded.answered_role, answered_at = excluded.answered_at, confirmed_by = null, confirmed_at = null`,
    [versionId, JSON.stringify(answers), by.personId, by.role, by.at],
  );

/** What versions here say under an attribute, each once. */
export const namedIn = async (tx: Tx, attribute: string): Promise<readonly string[]> => {
  const rows: { named: string }[] = await tx.query(
    `select distinct value #>> '{}' as named from answers where attribute = $1 and jsonb_typeof(value) = 'string' order by named limit 100`,
    [attribute],
  );
  return rows.map(({ named }) => named);
};

export const deleteAnswers = (tx: Tx, versionId: string, places: readonly Place[]): Promise<unknown> =>
  tx.query(
    `delete from answers a using jsonb_to_recordset($2) as p(attribute text, item text)
     where a.version_id = $1 and a.attribute = p.attribute and a.item = p.item`,
    [versionId, JSON.stringify(places.map(({ attribute, item }) => ({ attribute, item })))],
  );

export const confirmAnswers = (tx: Tx, versionId: string, places: readonly Place[], by: string, at: Date): Promise<unknown> =>
  tx.query(
    `update answers a set confirmed_by = $3, confirmed_at = $4 from jsonb_to_recordset($2) as p(attribute text, item text)
     where a.version_id = $1 and a.attribute = p.attribute and a.item = p.item`,
    [versionId, JSON.stringify(places.map(({ attribute, item }) => ({ attribute, item }))), by, at],
  );

export const replaceCapabilities = async (tx: Tx, versionId: string, rows: readonly CapabilityRow[], at: Date): Promise<void> => {
  await tx.query(
    `insert into capabilities (version_id, code, can, is_on, reach, answered_by, answered_role, answered_at)
     select $1, c.code, c.can, c."on", c.reach, c."answeredBy", c."answeredRole", $3
     from jsonb_to_recordset($2) as c(code text, can boolean, "on" boolean, reach text, "answeredBy" text, "answeredRole" text)
     on conflict on constraint capabilities_key do update set can = excluded.can, is_on = excluded.is_on, reach = excluded.reach,
       answered_by = excluded.answered_by, answered_role = excluded.answered_role, answered_at = excluded.answered_at`,
    [versionId, JSON.stringify(rows), at],
  );
};

export const replaceSheet = async (tx: Tx, versionId: string, settings: readonly Setting[]): Promise<void> => {
  await tx.query(`delete from sheet_settings where version_id = $1`, [versionId]);
  await tx.query(
    `insert into sheet_settings (version_id, name, value, meaning_nl, meaning_en, stricter_is)
     select $1, s.name, s.value, s."meaningNl", s."meaningEn", s."stricterIs"
     from jsonb_to_recordset($2) as s(name text, value text, "meaningNl" text, "meaningEn" text, "stricterIs" text)`,
    [versionId, JSON.stringify(settings)],
  );
};

export const replaceScope = async (tx: Tx, versionId: string, units: readonly string[], persons: readonly string[]): Promise<void> => {
  await tx.query(`delete from version_units where version_id = $1`, [versionId]);
  await tx.query(`delete from version_persons where version_id = $1`, [versionId]);
  await tx.query(`insert into version_units (version_id, unit_id) select $1, unnest($2::text[])`, [versionId, units]);
  await tx.query(`insert into version_persons (version_id, person_id) select $1, unnest($2::text[])`, [versionId, persons]);
};

export interface ScopeChoice {
  readonly id: string;
  readonly name: string;
  readonly people: number;
}
export const allUnits = (tx: Tx): Promise<ScopeChoice[]> =>
  tx.query(
    `select u.id, u.name, (select count(*)::integer from persons p where p.unit_id = u.id and p.erased_at is null) as people from units u order by u.name, u.id`,
  );

/** Persons by staff number, those that exist and were not erased. */
export const personsByStaffNumber = (tx: Tx, staffNumbers: readonly string[]): Promise<{ id: string; staffNumber: string }[]> =>
  tx.query(
    `select id, staff_number as "staffNumber" from persons where staff_number = any ($1) and erased_at is null order by staff_number`,
    [staffNumbers],
  );
export const staffNumbersOf = async (tx: Tx, personIds: readonly string[]): Promise<string[]> => {
  const rows: { staff_number: string }[] = await tx.query(`select staff_number from persons where id = any ($1) order by staff_number`, [
    personIds,
  ]);
  return rows.map((row) => row.staff_number);
};

/** How many people are in scope on a day: each once, from their first day to their last. */
export const countPeople = async (tx: Tx, versionId: string, day: string): Promise<number> => {
  const [row]: { people: number }[] = await tx.query(
    `select count(distinct person_id)::integer as people from people_in_scope
     where version_id = $1 and starts_on <= $2::date and (ends_on is null or ends_on >= $2::date)`,
    [versionId, day],
  );
  return row?.people ?? 0;
};

export const insertVersionFile = (tx: Tx, versionId: string, fileId: string, kind: string, item: string): Promise<unknown> =>
  tx.query(`insert into version_files (version_id, file_id, kind, item) values ($1, $2, $3, $4) on conflict do nothing`, [
    versionId,
    fileId,
    kind,
    item,
  ]);

export const unitNamesOf = async (tx: Tx, unitIds: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const rows: { id: string; name: string }[] = await tx.query(`select id, name from units where id = any ($1)`, [unitIds]);
  return new Map(rows.map(({ id, name }) => [id, name]));
};
