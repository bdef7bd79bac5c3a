import { sha256 } from '../../kernel/canonical.js';
import type { Language, Role } from '../../kernel/actor.js';
import type { Day } from '../../kernel/clock.js';
import { newSecret } from '../../kernel/ids.js';
import type { Tx } from '../../platform/database/index.js';

export const hashOfToken = (token: string): string => sha256(token);

/** Opens a session and answers its token, which is stored nowhere: 32 random bytes, of which the table holds the SHA-256. */
export const openSession = async (tx: Tx, personId: string, role: Role, now: Date): Promise<string> => {
  const token = newSecret(32);
  await tx.query(`insert into sessions (token_hash, person_id, role, created_at, seen_at) values ($1, $2, $3, $4, $4)`, [
    hashOfToken(token),
    personId,
    role,
    now,
  ]);
  return token;
};

export interface SessionRow {
  readonly personId: string;
  readonly role: Role;
  readonly createdAt: Date;
  readonly seenAt: Date;
  readonly name: string;
  readonly language: Language;
  readonly roles: readonly Role[];
  readonly enrolled: boolean;
}

/** The open session of a token with its person and accepted roles; null when ended or when the person works here no more. */
export const readSession = async (tx: Tx, tokenHash: string, today: Day): Promise<SessionRow | null> => {
  const rows: SessionRow[] = await tx.query(
    `select s.person_id as "personId", s.role, s.created_at as "createdAt", s.seen_at as "seenAt", p.name, coalesce(a.language, p.language) as language,
      a.totp_confirmed_at is not null as enrolled,
      array(select 'employee' union all select * from (select g.role from role_grants g
        where g.person_id = s.person_id and g.accepted_at is not null and g.ended_at is null and g.role <> 'employee' order by g.accepted_at, g.role) as held) as roles
     from sessions s join persons p on p.id = s.person_id left join accounts a on a.person_id = p.id
     where s.token_hash = $1 and s.ended_at is null and p.left_at is null and (p.ends_on is null or p.ends_on >= $2)`,
    [tokenHash, today],
  );
  return rows[0] ?? null;
};

export const touchSession = async (tx: Tx, tokenHash: string, now: Date): Promise<void> => {
  await tx.query(`update sessions set seen_at = $2 where token_hash = $1 and ended_at is null`, [tokenHash, now]);
};

export const switchSession = async (tx: Tx, tokenHash: string, role: Role): Promise<void> => {
  await tx.query(`update sessions set role = $2 where token_hash = $1 and ended_at is null`, [tokenHash, role]);
};

export const endSession = async (tx: Tx, tokenHash: string, now: Date): Promise<void> => {
  await tx.query(`update sessions set ended_at = $2 where token_hash = $1 and ended_at is null`, [tokenHash, now]);
};

/** Ends every open session of a person, but not `exceptHash`. */
export const endSessionsOf = async (tx: Tx, personId: string, now: Date, exceptHash: string | null = null): Promise<void> => {
  await tx.query(`update sessions set ended_at = $2 where person_id = $1 and ended_at is null and token_hash is distinct from $3`, [
    personId,
    now,
    exceptHash,
  ]);
};

export const rolesOf = async (tx: Tx, personId: string): Promise<Role[]> => {
  const rows: { role: Role }[] = await tx.query(
    `select role from role_grants where person_id = $1 and accepted_at is not null and ended_at is null and role <> 'employee' order by accepted_at, role`,
    [personId],
  );
  return ['employee', ...rows.map(({ role }) => role)];
};

/** Password was right, the second step is still to come: five minutes. */
export const openStep = async (tx: Tx, personId: string, now: Date): Promise<string> => {
  const token = newSecret(32);
  await tx.query(`insert into sign_in_steps (token_hash, person_id, created_at) values ($1, $2, $3)`, [hashOfToken(token), personId, now]);
  return token;
};

const STEP_MS = 5 * 60_000;
export const personOfStep = async (tx: Tx, token: string, now: Date): Promise<string | null> => {
  const rows: { personId: string }[] = await tx.query(
    `select person_id as "personId" from sign_in_steps where token_hash = $1 and used_at is null and created_at > $2`,
    [hashOfToken(token), new Date(now.getTime() - STEP_MS)],
  );
  return rows[0]?.personId ?? null;
};
export const useStep = async (tx: Tx, token: string, now: Date): Promise<boolean> => {
  const answer: [unknown[], number] = await tx.query(`update sign_in_steps set used_at = $2 where token_hash = $1 and used_at is null`, [
    hashOfToken(token),
    now,
  ]);
  return answer[1] === 1;
};

/** Old steps and attempts serve nobody. */
export const forgetOldSignIns = async (tx: Tx, before: Date): Promise<void> => {
  await tx.query(`delete from sign_in_steps where created_at < $1`, [before]);
  await tx.query(`delete from sign_in_attempts where at < $1`, [before]);
  await tx.query(`delete from sessions where seen_at < $1`, [before]);
};
