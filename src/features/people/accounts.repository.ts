import { COUNCIL_OFFICERS, COUNCIL_ROLES, type Language, type Role } from '../../kernel/actor.js';
import { sha256 } from '../../kernel/canonical.js';
import type { Day } from '../../kernel/clock.js';
import type { Tx } from '../../platform/database/index.js';

export interface Account {
  readonly personId: string;
  readonly name: string;
  readonly email: string | null;
  readonly staffNumber: string;
  readonly passwordHash: string | null;
  readonly totpSecret: string | null;
  readonly totpConfirmed: boolean;
  readonly totpLastStep: number | null;
  readonly language: Language;
  readonly mailAddress: string | null;
  /** Accepted chair or secretary of the council. */
  readonly officer: boolean;
  /** Accepted member of the council, officers among them: the employer's administrator alone resets no vote. */
  readonly guarded: boolean;
}

const holds = (roles: readonly Role[]): string =>
  `exists (select from role_grants g where g.person_id = p.id and g.role = any('{${roles.join(',')}}')
    and g.accepted_at is not null and g.ended_at is null)`;
const ACCOUNT = `p.id as "personId", p.name, p.email, p.staff_number as "staffNumber", a.password_hash as "passwordHash", a.totp_secret as "totpSecret",
  a.totp_confirmed_at is not null as "totpConfirmed", a.totp_last_step::float8 as "totpLastStep", coalesce(a.language, p.language) as language,
  a.mail_address as "mailAddress", ${holds(COUNCIL_OFFICERS)} as officer, ${holds(COUNCIL_ROLES)} as guarded
  from persons p left join accounts a on a.person_id = p.id`;

export const readAccount = async (tx: Tx, personId: string): Promise<Account | null> => {
  const rows: Account[] = await tx.query(`select ${ACCOUNT} where p.id = $1`, [personId]);
  return rows[0] ?? null;
};

/** By mail address or staff number, of somebody who works here on that day. */
export const findAccount = async (tx: Tx, login: string, today: Day): Promise<Account | null> => {
  const rows: Account[] = await tx.query(
    `select ${ACCOUNT} where (lower(p.email) = lower($1) or p.staff_number = $1) and p.left_at is null and (p.ends_on is null or p.ends_on >= $2)
     order by lower(p.email) = lower($1) desc nulls last limit 1`,
    [login.trim(), today],
  );
  return rows[0] ?? null;
};

const ENSURE = `insert into accounts (person_id, language, changed_at) select id, language, $2 from persons where id = $1 on conflict (person_id) do nothing`;
export const ensureAccount = async (tx: Tx, personId: string, now: Date): Promise<void> => {
  await tx.query(ENSURE, [personId, now]);
};

export const writePassword = async (tx: Tx, personId: string, hash: string, now: Date): Promise<void> => {
  await ensureAccount(tx, personId, now);
  await tx.query(`update accounts set password_hash = $2, changed_at = $3 where person_id = $1`, [personId, hash, now]);
};

/** A lost telephone or a reset: the second step must be enrolled anew. */
export const clearTotp = async (tx: Tx, personId: string, now: Date): Promise<void> => {
  await tx.query(
    `update accounts set totp_secret = null, totp_confirmed_at = null, totp_last_step = null, changed_at = $2 where person_id = $1`,
    [personId, now],
  );
};

/** A secret that waits for its first code; never over one that is confirmed. */
export const offerTotpSecret = async (tx: Tx, personId: string, secret: string, now: Date): Promise<void> => {
  await ensureAccount(tx, personId, now);
  await tx.query(`update accounts set totp_secret = $2 where person_id = $1 and totp_confirmed_at is null and totp_secret is null`, [
    personId,
    secret,
  ]);
};

export const confirmTotp = async (tx: Tx, personId: string, step: number, now: Date): Promise<void> => {
  await tx.query(
    `update accounts set totp_confirmed_at = $3, totp_last_step = $2, changed_at = $3 where person_id = $1 and totp_confirmed_at is null`,
    [personId, step, now],
  );
};

/** Uses up a code. False when it, or a later one, was used before: two at once cannot both succeed. */
export const useTotpStep = async (tx: Tx, personId: string, step: number): Promise<boolean> => {
  const answer: [unknown[], number] = await tx.query(
    `update accounts set totp_last_step = $2 where person_id = $1 and (totp_last_step is null or totp_last_step < $2)`,
    [personId, step],
  );
  return answer[1] === 1;
};

export const writeMailAddress = async (tx: Tx, personId: string, address: string | null, now: Date): Promise<void> => {
  await ensureAccount(tx, personId, now);
  await tx.query(`update accounts set mail_address = $2, mail_changed_at = $3, changed_at = $3 where person_id = $1`, [
    personId,
    address,
    now,
  ]);
};

export const writeLanguage = async (tx: Tx, personId: string, language: Language): Promise<void> => {
  await tx.query(`update accounts set language = $2 where person_id = $1 and language <> $2`, [personId, language]);
};

/** Names what is attempted without keeping what was typed. */
export const attemptKey = (what: string): string => sha256(what.trim().toLowerCase());

/** Notes an attempt and answers how many there were since, this one included. Attempts on one account take turns. */
export const noteAttempt = async (tx: Tx, key: string, now: Date, since: Date): Promise<number> => {
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [key]);
  await tx.query(`insert into sign_in_attempts (account_hash, at) values ($1, $2)`, [key, now]);
  return countAttempts(tx, key, since);
};

export const countAttempts = async (tx: Tx, key: string, since: Date): Promise<number> => {
  const [row]: { n: number }[] = await tx.query(`select count(*)::int as n from sign_in_attempts where account_hash = $1 and at > $2`, [
    key,
    since,
  ]);
  return row?.n ?? 0;
};

export const clearAttempts = async (tx: Tx, key: string): Promise<void> => {
  await tx.query(`delete from sign_in_attempts where account_hash = $1`, [key]);
};
