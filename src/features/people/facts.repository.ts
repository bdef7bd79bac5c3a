import type { Json } from '../../kernel/canonical.js';
import { newId } from '../../kernel/ids.js';
import type { Dossier } from '../../policy/index.js';
import type { Tx } from '../../platform/database/index.js';
import {
  countingFacts,
  type FactName,
  type FactRow,
  type FactValues,
  organisationOf,
  type Register,
  type StandingFact,
} from './domain/facts.js';

export const factRows = (tx: Tx): Promise<FactRow[]> =>
  tx.query(
    `select attribute, value, answered_by as "answeredBy", answered_at as "answeredAt", confirmed_by as "confirmedBy",
      confirmed_at as "confirmedAt", file_id as "fileId" from organisation_facts order by attribute`,
  );

/** Chair and secretary, two persons, have held office at the same time since the council was last ended. */
const COUNCIL = `exists (
  select from role_grants chair join role_grants secretary on secretary.role = 'or_secretary' and chair.person_id <> secretary.person_id
    and secretary.accepted_at < coalesce(chair.ended_at, 'infinity') and chair.accepted_at < coalesce(secretary.ended_at, 'infinity')
  where chair.role = 'or_chair'
    and greatest(chair.accepted_at, secretary.accepted_at) > coalesce((select max(confirmed_at) from council_endings), '-infinity'))`;
const STAFF_REPRESENTATION = `(select count(distinct person_id) >= 2 from role_grants where role = 'pvt_contact' and accepted_at is not null and ended_at is null)`;
const holding = (role: string): string =>
  `(select count(distinct g.person_id)::int from role_grants g join persons p on p.id = g.person_id and p.left_at is null
    where g.role = '${role}' and g.accepted_at is not null and g.ended_at is null)`;

const REGISTER = `(select jurisdiction from organisation) as jurisdiction,
  (select coalesce(sum(people), 0)::int from workforce) as persons,
  (select coalesce(array_agg(language), '{}') from workforce where people > 0) as languages,
  ${COUNCIL} as council, ${STAFF_REPRESENTATION} as "staffRepresentation",
  ${holding('dpo')} as dpos, ${holding('trusted_person')} as "trustedPersons"`;

const onlyRow = async <T>(rows: Promise<T[]>): Promise<T> => {
  const [row] = await rows;
  if (!row) throw new Error('Expected: one row of the register. Found: none.');
  return row;
};
export const readRegister = (tx: Tx): Promise<Register> => onlyRow<Register>(tx.query(`select ${REGISTER}`));

/** The register with every answered fact, in one query. */
const readAll = (tx: Tx): Promise<Register & { readonly facts: readonly StandingFact[] }> =>
  onlyRow<Register & { readonly facts: readonly StandingFact[] }>(
    tx.query(
      `select ${REGISTER}, coalesce((select jsonb_agg(jsonb_build_object('attribute', attribute, 'value', value, 'confirmedBy', confirmed_by,
        'fileId', file_id) order by attribute) from organisation_facts), '[]') as facts`,
    ),
  );

/** Whether a council began and was not ended since by its own officers. */
export const councilExists = async (tx: Tx): Promise<boolean> => (await readRegister(tx)).council;

/** The organisation as the rules read it: computed facts computed, an unconfirmed answer null. */
export const organisationFacts = async (tx: Tx): Promise<NonNullable<Dossier['organisation']>> => {
  const { facts, ...register } = await readAll(tx);
  return organisationOf(facts, register);
};

/** Every answered fact that counts, also those outside `organisation` (`noRetaliationRule`). */
export const readFacts = async (tx: Tx): Promise<FactValues> => {
  const { facts, ...register } = await readAll(tx);
  return countingFacts(facts, register);
};

interface Answer {
  readonly value: Json;
  readonly answeredBy: string;
  readonly answeredAt: Date;
  readonly fileId: string | null;
}

/** The new answer replaces the former one and its confirmation; each answer ever given stays in the changes. */
export const writeFact = async (tx: Tx, name: FactName, { value, answeredBy, answeredAt, fileId }: Answer): Promise<void> => {
  const stored = JSON.stringify(value);
  await tx.query(
    `insert into organisation_facts (attribute, value, answered_by, answered_at, file_id) values ($1, $2, $3, $4, $5)
     on conflict (attribute) do update set value = excluded.value, answered_by = excluded.answered_by, answered_at = excluded.answered_at,
      file_id = excluded.file_id, confirmed_by = null, confirmed_at = null`,
    [name, stored, answeredBy, answeredAt, fileId],
  );
  await tx.query(
    `insert into organisation_fact_changes (id, attribute, value, answered_by, answered_at, file_id) values ($1, $2, $3, $4, $5, $6)`,
    [newId('f'), name, stored, answeredBy, answeredAt, fileId],
  );
};

/** Locks the answer that is to be confirmed; null when nobody gave one. */
export const lockFact = async (
  tx: Tx,
  name: FactName,
): Promise<{ answeredBy: string; answeredAt: Date; confirmedBy: string | null } | null> => {
  const rows: { answeredBy: string; answeredAt: Date; confirmedBy: string | null }[] = await tx.query(
    `select answered_by as "answeredBy", answered_at as "answeredAt", confirmed_by as "confirmedBy" from organisation_facts where attribute = $1 for update`,
    [name],
  );
  return rows[0] ?? null;
};

export const writeFactConfirmation = async (tx: Tx, name: FactName, by: string, at: Date): Promise<void> => {
  await tx.query(`update organisation_facts set confirmed_by = $2, confirmed_at = $3 where attribute = $1`, [name, by, at]);
};
