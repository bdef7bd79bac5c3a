import type { Tx } from '../../../platform/database/index.js';
import type { Mandate } from './mandate.js';

const MANDATE = `select m.id, m.person_id as "personId", m.kind, m.adviser_id as "adviserId", m.made_for as "madeFor", m.given_at as "givenAt",
  m.expires_at as "expiresAt", m.ended_at as "endedAt", m.ended_by as "endedBy" from mandates m`;

export const mandatesOf = (tx: Tx, personId: string): Promise<Mandate[]> =>
  tx.query(`${MANDATE} where m.person_id = $1 order by m.given_at desc, m.id limit 100`, [personId]);

export interface Represented extends Mandate {
  readonly name: string;
}
/** Who asked this adviser, and still works here; newest first. */
export const representedBy = (tx: Tx, adviserId: string, now: Date): Promise<Represented[]> =>
  tx.query(
    `select x.*, p.name from (${MANDATE} where m.adviser_id = $1 and m.ended_at is null and m.expires_at > $2) x
     join persons p on p.id = x."personId" and p.erased_at is null order by lower(p.name), x.id limit 500`,
    [adviserId, now],
  );

export const findMandate = async (tx: Tx, id: string): Promise<Mandate | null> => {
  const [row]: Mandate[] = await tx.query(`${MANDATE} where m.id = $1`, [id]);
  return row ?? null;
};
export const findByToken = async (tx: Tx, tokenHash: string): Promise<Mandate | null> => {
  const [row]: Mandate[] = await tx.query(`${MANDATE} where m.token_hash = $1`, [tokenHash]);
  return row ?? null;
};

/** Two mandates of one person wait for each other. */
export const lockMandates = async (tx: Tx, personId: string): Promise<void> => {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 4360023))`, [personId]);
};

export const insertMandate = async (tx: Tx, m: Mandate & { readonly tokenHash: string | null }): Promise<void> => {
  await tx.query(
    `insert into mandates (id, person_id, kind, adviser_id, made_for, token_hash, given_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [m.id, m.personId, m.kind, m.adviserId, m.madeFor, m.tokenHash, m.givenAt, m.expiresAt],
  );
};

export const endMandate = async (tx: Tx, id: string, by: 'person' | 'representative', at: Date): Promise<boolean> => {
  const rows: unknown[] = await tx.query(
    `with ended as (update mandates set ended_at = $3, ended_by = $2 where id = $1 and ended_at is null returning id) select id from ended`,
    [id, by, at],
  );
  return rows.length > 0;
};

/** Answers false where it was noted already: the same press of a button, twice. */
export type CaseKind = 'objection' | 'right' | 'detriment';
export const noteCase = async (tx: Tx, mandateId: string, kind: CaseKind, caseId: string, at: Date): Promise<boolean> => {
  const rows: unknown[] = await tx.query(
    `insert into mandate_cases (mandate_id, kind, case_id, at) values ($1, $2, $3, $4) on conflict do nothing returning case_id`,
    [mandateId, kind, caseId, at],
  );
  return rows.length > 0;
};

export const casesOf = async (tx: Tx, mandateId: string): Promise<ReadonlySet<string>> => {
  const rows: { id: string }[] = await tx.query(`select case_id as id from mandate_cases where mandate_id = $1`, [mandateId]);
  return new Set(rows.map(({ id }) => id));
};
