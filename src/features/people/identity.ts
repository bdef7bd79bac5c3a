import type { Actor } from '../../kernel/actor.js';
import { Problem, unusable } from '../../kernel/problem.js';
import type { Tx } from '../../platform/database/index.js';
import { describeError, log } from '../../platform/log/index.js';
import { type Account, attemptKey, countAttempts, readAccount, useTotpStep } from './accounts.repository.js';
import { ATTEMPTS_WITHIN_MS, isThrottled } from './domain/sessions.js';
import { verifyPassword } from './passwords.js';
import { demoCode, stepOfCode } from './totp.js';

export interface Identity {
  readonly password: string;
  readonly totp?: string;
}

/** What a confirming act asks of this person: a second step when enrolled, and in the demo the code to fill in. */
export interface IdentityAsked {
  readonly totp: boolean;
  readonly demoCode: string | null;
}

export const identityAsked = async (tx: Tx, now: Date, actor: Actor): Promise<IdentityAsked> => {
  const account = actor.personId === null ? null : await readAccount(tx, actor.personId);
  if (!account?.totpConfirmed || !account.totpSecret) return { totp: false, demoCode: null };
  return { totp: true, demoCode: demoCode(account.totpSecret, now, account.totpLastStep) };
};

/** A wrong guess must count although this transaction is undone: it is written beside it, after the answer. */
const noteWrongGuess = (tx: Tx, key: string, now: Date): void => {
  const noted: Promise<unknown> = tx.connection.query(`insert into sign_in_attempts (account_hash, at) values ($1, $2)`, [key, now]);
  noted.catch((error: unknown) => log.error({ error: describeError(error) }, 'attempt not noted'));
};

const checkTotp = async (tx: Tx, now: Date, account: Account, typed: string | undefined): Promise<boolean> => {
  if (!account.totpConfirmed || !account.totpSecret) return true;
  const step = stepOfCode(account.totpSecret, typed ?? '', now, account.totpLastStep);
  return step !== null && (await useTotpStep(tx, account.personId, step));
};

/** Asks again who is acting, before an act that binds: the password, and a fresh code when the second step is enrolled. 422 on the field. */
export const confirmIdentity = async (tx: Tx, now: Date, actor: Actor, { password, totp }: Identity): Promise<void> => {
  const account = actor.personId === null ? null : await readAccount(tx, actor.personId);
  if (!account?.passwordHash) throw unusable('password', 'password.wrong');
  const key = attemptKey(`identity:${account.personId}`);
  const attempts = await countAttempts(tx, key, new Date(now.getTime() - ATTEMPTS_WITHIN_MS));
  if (isThrottled(attempts + 1)) throw new Problem(429, 'rate.exceeded');
  const rightPassword = await verifyPassword(account.passwordHash, password);
  if (rightPassword && (await checkTotp(tx, now, account, totp))) return;
  noteWrongGuess(tx, key, now);
  throw rightPassword ? unusable('totp', 'totp.wrong') : unusable('password', 'password.wrong');
};
