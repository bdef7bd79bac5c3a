import type { Language, Role } from '../../kernel/actor.js';
import { newId } from '../../kernel/ids.js';
import type { Tx } from '../../platform/database/index.js';

export interface Holder {
  readonly personId: string;
  readonly role: Role;
  readonly name: string;
  /** Where mail about this role goes; null for somebody without mail. */
  readonly mailAddress: string | null;
  readonly language: Language;
}
export type CouncilMember = Holder;

const HOLDER = `g.person_id as "personId", g.role, p.name, coalesce(a.mail_address, p.email) as "mailAddress", coalesce(a.language, p.language) as language
  from role_grants g join persons p on p.id = g.person_id left join accounts a on a.person_id = p.id
  where g.accepted_at is not null and g.ended_at is null and p.left_at is null`;

/** Who holds one of these roles now: accepted, not ended, still working here. */
export const holdersOf = (tx: Tx, roles: readonly Role[]): Promise<Holder[]> =>
  tx.query(`select ${HOLDER} and g.role = any($1) order by g.role, lower(p.name), p.id`, [roles]);

/** Each member of the council once, in the most senior role, with the address that the member chose. */
export const councilMembers = (tx: Tx): Promise<CouncilMember[]> =>
  tx.query(
    `select * from (select distinct on (g.person_id) ${HOLDER} and g.role in ('or_chair', 'or_secretary', 'or_member')
      order by g.person_id, array_position(array['or_chair', 'or_secretary', 'or_member'], g.role)) as members
     order by array_position(array['or_chair', 'or_secretary', 'or_member'], role), lower(name), "personId"`,
  );

export interface Grant {
  readonly id: string;
  readonly personId: string;
  readonly role: Role;
  readonly grantedAt: Date;
  readonly acceptedAt: Date | null;
}

/** A person's roles that have not ended, those not yet accepted among them. */
export const grantsOf = (tx: Tx, personId: string): Promise<Grant[]> =>
  tx.query(
    `select id, person_id as "personId", role, granted_at as "grantedAt", accepted_at as "acceptedAt"
     from role_grants where person_id = $1 and ended_at is null order by granted_at, role`,
    [personId],
  );

export const lockGrant = async (tx: Tx, grantId: string): Promise<Grant | null> => {
  const rows: Grant[] = await tx.query(
    `select id, person_id as "personId", role, granted_at as "grantedAt", accepted_at as "acceptedAt"
     from role_grants where id = $1 and ended_at is null for update`,
    [grantId],
  );
  return rows[0] ?? null;
};

interface NewGrant {
  readonly personId: string;
  readonly role: Role;
  readonly grantedBy: string | null;
  readonly at: Date;
  readonly accepted: boolean;
}

/** Answers the id, or null when the person has the role already. */
export const insertGrant = async (tx: Tx, { personId, role, grantedBy, at, accepted }: NewGrant): Promise<string | null> => {
  const rows: { id: string }[] = await tx.query(
    `insert into role_grants (id, person_id, role, granted_by, granted_at, accepted_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (person_id, role) where ended_at is null do nothing returning id`,
    [newId('g'), personId, role, grantedBy, at, accepted ? at : null],
  );
  return rows[0]?.id ?? null;
};

export const acceptGrant = async (tx: Tx, grantId: string, at: Date): Promise<void> => {
  await tx.query(`update role_grants set accepted_at = $2 where id = $1`, [grantId, at]);
};

export const endGrant = async (tx: Tx, grantId: string, by: string, at: Date): Promise<void> => {
  await tx.query(`update role_grants set ended_at = $3, ended_by = $2 where id = $1`, [grantId, by, at]);
};

/** Nobody keeps acting in a role that ended: open sessions in it go back to `employee`. */
export const leaveRoleInSessions = async (tx: Tx, personId: string, role: Role): Promise<void> => {
  await tx.query(`update sessions set role = 'employee' where person_id = $1 and role = $2 and ended_at is null`, [personId, role]);
};

/** All that change roles take turns, so that two grants that conflict, or the ends of the last two holders, never pass each other. */
export const lockRoles = async (tx: Tx): Promise<void> => {
  await tx.query(`select pg_advisory_xact_lock(4360003)`);
};

export const insertOfficerChange = async (tx: Tx, personId: string, change: string, at: Date): Promise<void> => {
  await tx.query(`insert into officer_account_changes (id, person_id, change, at) values ($1, $2, $3, $4)`, [
    newId('o'),
    personId,
    change,
    at,
  ]);
};

/** When an officer's account was last changed: a role, a password, a second step or the address for copies. */
export const lastOfficerChangeAt = async (tx: Tx): Promise<Date | null> => {
  const [row]: { at: Date | null }[] = await tx.query(`select max(at) as at from officer_account_changes`);
  return row?.at ?? null;
};

export interface CouncilEnding {
  readonly id: string;
  readonly askedBy: string;
  readonly askedAt: Date;
}

export const openCouncilEnding = async (tx: Tx, lock = false): Promise<CouncilEnding | null> => {
  const rows: CouncilEnding[] = await tx.query(
    `select id, asked_by as "askedBy", asked_at as "askedAt" from council_endings where confirmed_at is null order by asked_at limit 1 ${lock ? 'for update' : ''}`,
  );
  return rows[0] ?? null;
};

export const insertCouncilEnding = async (tx: Tx, askedBy: string, at: Date): Promise<void> => {
  await tx.query(`insert into council_endings (id, asked_by, asked_at) values ($1, $2, $3)`, [newId('o'), askedBy, at]);
};

export const confirmCouncilEnding = async (tx: Tx, id: string, by: string, at: Date): Promise<void> => {
  await tx.query(`update council_endings set confirmed_by = $2, confirmed_at = $3 where id = $1`, [id, by, at]);
};
