import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Language, Role } from '../../kernel/actor.js';
import { type Clock, dayOf } from '../../kernel/clock.js';
import { notFound } from '../../kernel/problem.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import {
  type Account,
  attemptKey,
  clearAttempts,
  findAccount,
  noteAttempt,
  readAccount,
  useTotpStep,
  writeLanguage,
} from './accounts.repository.js';
import { asksEnrolment, ATTEMPTS_WITHIN_MS, firstRole, isThrottled } from './domain/sessions.js';
import { verifyOrPretend } from './passwords.js';
import {
  endSession,
  forgetOldSignIns,
  hashOfToken,
  openSession,
  openStep,
  personOfStep,
  readSession,
  rolesOf,
  switchSession,
  useStep,
} from './sessions.repository.js';
import { demoCode, stepOfCode } from './totp.js';

export type SignIn =
  | { readonly kind: 'refused' | 'throttled' }
  | { readonly kind: 'second-step'; readonly step: string }
  | { readonly kind: 'signed-in'; readonly token: string; readonly enrol: boolean };

export interface StepAsked {
  readonly demoCode: string | null;
}

const LONGEST_LOGIN = 254;
const LONGEST_PASSWORD = 200;

/** Sessions, attempts and languages are no acts: they leave no entry in the log. */
@Injectable()
export class SignInService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    @Inject(ConfigToken) private readonly config: Config,
  ) {}

  /** The same work and the same answer whether or not there is an account. `oldToken` ends: a session never survives a sign-in. */
  async signIn(login: string, password: string, oldToken: string | null): Promise<SignIn> {
    const now = this.clock.now();
    if (/\p{Cc}/u.test(login) || login.length > LONGEST_LOGIN || password.length > LONGEST_PASSWORD) return { kind: 'refused' };
    const key = attemptKey(login);
    if (await this.isThrottled(key, now)) return { kind: 'throttled' };
    const account = await this.transactions.read((tx) => findAccount(tx, login, dayOf(now)));
    if (!(await verifyOrPretend(account?.passwordHash ?? null, password, this.config.argon2)) || !account) return { kind: 'refused' };
    return this.transactions.run(async (tx) => {
      await clearAttempts(tx, key);
      if (account.totpConfirmed) return { kind: 'second-step', step: await openStep(tx, account.personId, now) };
      return this.begin(tx, account, now, oldToken);
    });
  }

  /** What the second step asks, or null when it is over or used. */
  askStep(step: string): Promise<StepAsked | null> {
    const now = this.clock.now();
    return this.transactions.read(async (tx) => {
      const personId = await personOfStep(tx, step, now);
      const account = personId && (await readAccount(tx, personId));
      return account && account.totpSecret ? { demoCode: demoCode(account.totpSecret, now, account.totpLastStep) } : null;
    });
  }

  async finish(step: string, code: string, oldToken: string | null): Promise<SignIn | null> {
    const now = this.clock.now();
    const personId = await this.transactions.read((tx) => personOfStep(tx, step, now));
    if (!personId) return null;
    const key = attemptKey(`totp:${personId}`);
    if (await this.isThrottled(key, now)) return { kind: 'throttled' };
    return this.transactions.run(async (tx) => {
      const account = await readAccount(tx, personId);
      const used = account?.totpSecret ? stepOfCode(account.totpSecret, code, now, account.totpLastStep) : null;
      if (!account || used === null || !(await useTotpStep(tx, personId, used)) || !(await useStep(tx, step, now)))
        return { kind: 'refused' };
      await clearAttempts(tx, key);
      return this.begin(tx, account, now, oldToken);
    });
  }

  async signOut(token: string): Promise<void> {
    await this.transactions.run((tx) => endSession(tx, hashOfToken(token), this.clock.now()));
  }

  /** Chooses the role to act in. `enrol`: an officer's role asks for the second step first. */
  async switchRole(actor: Actor, sessionId: string, role: Role): Promise<'switched' | 'enrol'> {
    return this.transactions.run(async (tx) => {
      const session = await readSession(tx, sessionId, dayOf(this.clock.now()));
      if (!session || session.personId !== actor.personId || !session.roles.includes(role)) throw notFound();
      if (asksEnrolment(role, session.enrolled)) return 'enrol';
      await switchSession(tx, sessionId, role);
      return 'switched';
    });
  }

  async chooseLanguage(personId: string, language: Language): Promise<void> {
    await this.transactions.run((tx) => writeLanguage(tx, personId, language));
  }

  /** Old steps, attempts and sessions serve nobody. */
  async forget(before: Date): Promise<void> {
    await this.transactions.run((tx) => forgetOldSignIns(tx, before));
  }

  /** `enrol`: an officer without a second step is sent to enrol first. */
  private async begin(tx: Tx, account: Account, now: Date, oldToken: string | null): Promise<SignIn> {
    if (oldToken) await endSession(tx, hashOfToken(oldToken), now);
    const role = firstRole(await rolesOf(tx, account.personId), account.totpConfirmed);
    return {
      kind: 'signed-in',
      token: await openSession(tx, account.personId, role, now),
      enrol: account.officer && !account.totpConfirmed,
    };
  }

  private async isThrottled(key: string, now: Date): Promise<boolean> {
    const since = new Date(now.getTime() - ATTEMPTS_WITHIN_MS);
    return isThrottled(await this.transactions.run((tx) => noteAttempt(tx, key, now, since)));
  }
}
