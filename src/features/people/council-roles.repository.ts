import type { Role } from '../../kernel/actor.js';
import { newId } from '../../kernel/ids.js';
import type { Tx } from '../../platform/database/index.js';
import type { CouncilGrant } from './domain/council-seating.js';

export type { CouncilGrant } from './domain/council-seating.js';

interface Mark {
  readonly by: string | null;
  readonly at: Date;
}

/** Every open role of the council, whoever holds it, and every open role of these persons. */
export const openGrants = (tx: Tx, personIds: readonly string[]): Promise<CouncilGrant[]> =>
  tx.query(
    `select id, person_id as "personId", role, accepted_at as "acceptedAt" from role_grants
     where ended_at is null and (role in ('or_member', 'or_chair', 'or_secretary') or person_id = any($1)) order by granted_at, id`,
    [personIds],
  );

export const endGrants = async (tx: Tx, ids: readonly string[], { by, at }: Mark): Promise<void> => {
  await tx.query(`update role_grants set ended_at = $3, ended_by = $2 where id = any($1)`, [ids, by, at]);
};

const insertGrants = async (
  tx: Tx,
  grants: readonly { readonly personId: string; readonly role: Role }[],
  { by, at }: Mark,
  acceptedAt: Date | null,
): Promise<void> => {
  if (grants.length === 0) return;
  await tx.query(
    `insert into role_grants (id, person_id, role, granted_by, granted_at, accepted_at)
     select id, person_id, role, $4, $5, $6 from unnest($1::text[], $2::text[], $3::text[]) as given(id, person_id, role)
     on conflict (person_id, role) where ended_at is null do nothing`,
    [grants.map(() => newId('g')), grants.map(({ personId }) => personId), grants.map(({ role }) => role), by, at, acceptedAt],
  );
};

export const insertOffers = (tx: Tx, offers: readonly { readonly personId: string; readonly role: Role }[], mark: Mark): Promise<void> =>
  insertGrants(tx, offers, mark, null);

/** For somebody who has said yes to the council already. */
export const insertMemberships = (tx: Tx, personIds: readonly string[], mark: Mark): Promise<void> =>
  insertGrants(
    tx,
    personIds.map((personId) => ({ personId, role: 'or_member' as const })),
    mark,
    mark.at,
  );

/** Nobody keeps acting in a role that ended. */
export const leaveRolesInSessions = async (tx: Tx, ended: readonly { readonly personId: string; readonly role: Role }[]): Promise<void> => {
  await tx.query(
    `update sessions s set role = 'employee' from unnest($1::text[], $2::text[]) as ended(person_id, role)
     where s.person_id = ended.person_id and s.role = ended.role and s.ended_at is null`,
    [ended.map(({ personId }) => personId), ended.map(({ role }) => role)],
  );
};
