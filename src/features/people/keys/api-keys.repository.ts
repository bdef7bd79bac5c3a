import type { Language, Role } from '../../../kernel/actor.js';
import type { Day } from '../../../kernel/clock.js';
import type { Tx } from '../../../platform/database/index.js';
import type { Scope } from '../../../platform/http/index.js';

export interface NewKey {
  readonly id: string;
  readonly personId: string;
  readonly role: Role;
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly secretHash: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}
export const insertKey = async (tx: Tx, key: NewKey): Promise<void> => {
  await tx.query(
    `insert into api_keys (id, person_id, role, name, scopes, secret_hash, created_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [key.id, key.personId, key.role, key.name, key.scopes, key.secretHash, key.createdAt, key.expiresAt],
  );
};

/** A person's own key as its list shows it. */
export interface OwnKey {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly scopes: readonly Scope[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly lastUsedOn: Day | null;
}
export const keysOf = (tx: Tx, personId: string): Promise<OwnKey[]> =>
  tx.query(
    `select id, name, role, scopes, created_at as "createdAt", expires_at as "expiresAt", revoked_at as "revokedAt", last_used_on::text as "lastUsedOn"
     from api_keys where person_id = $1 order by created_at desc, id limit 50`,
    [personId],
  );

/** So that two forms at once do not both find room for one more. */
export const lockKeysOf = async (tx: Tx, personId: string): Promise<void> => {
  await tx.query(`select 1 from persons where id = $1 for update`, [personId]);
};

/** Answers false when this person has no such key that still worked. */
export const revokeKey = async (tx: Tx, personId: string, id: string, now: Date): Promise<boolean> => {
  const answer: [unknown[], number] = await tx.query(
    `update api_keys set revoked_at = $3 where person_id = $1 and id = $2 and revoked_at is null`,
    [personId, id, now],
  );
  return answer[1] === 1;
};

/** After a reset of the account, whatever acted for it must be given again. */
export const revokeKeysOf = async (tx: Tx, personId: string, now: Date): Promise<void> => {
  await tx.query(`update api_keys set revoked_at = $2 where person_id = $1 and revoked_at is null`, [personId, now]);
};

/** A key that works, with the person for whom it acts. */
export interface KeyHolder {
  readonly id: string;
  readonly personId: string;
  readonly role: Role;
  readonly roles: readonly Role[];
  readonly scopes: readonly Scope[];
  readonly language: Language;
  readonly lastUsedOn: Day | null;
}

/** Null when the key is unknown, over, taken back, when its person works here no more, or holds its role no more. */
export const findHolder = async (tx: Tx, secretHash: string, now: Date, today: Day): Promise<KeyHolder | null> => {
  const [row]: KeyHolder[] = await tx.query(
    `select k.id, k.person_id as "personId", k.role, k.scopes, k.last_used_on::text as "lastUsedOn", coalesce(a.language, p.language) as language,
      array(select 'employee' union all select * from (select g.role from role_grants g
        where g.person_id = k.person_id and g.accepted_at is not null and g.ended_at is null and g.role <> 'employee' order by g.accepted_at, g.role) as held) as roles
     from api_keys k join persons p on p.id = k.person_id left join accounts a on a.person_id = p.id
     where k.secret_hash = $1 and k.revoked_at is null and k.expires_at > $2 and p.left_at is null and (p.ends_on is null or p.ends_on >= $3)`,
    [secretHash, now, today],
  );
  return row?.roles.includes(row.role) ? row : null;
};

export const noteUse = async (tx: Tx, id: string, today: Day): Promise<void> => {
  await tx.query(`update api_keys set last_used_on = $2 where id = $1 and last_used_on is distinct from $2`, [id, today]);
};
