import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../kernel/actor.js';
import { type Clock, dayOf } from '../../kernel/clock.js';
import { notFound, refused } from '../../kernel/problem.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { queueMail } from '../../platform/mail/index.js';
import { record } from '../evidence/index.js';
import { type Account, attemptKey, clearTotp, findAccount, noteAttempt, readAccount, writePassword } from './accounts.repository.js';
import { ATTEMPTS_WITHIN_MS, isThrottled, passwordRefusal } from './domain/sessions.js';
import { createInvitation, findInvitation, type InvitationKind, useInvitation } from './invitations.repository.js';
import { invitationMail, resetAskedMail } from './mails.catalogue.js';
import { recordOfficerChange } from './officer-change.js';
import { askOfficerReset } from './officer-resets.repository.js';
import { hashPassword } from './passwords.js';
import { peoplePaths } from './people.paths.js';
import { readPerson } from './persons.repository.js';
import { holdersOf } from './roles.repository.js';
import { revokeKeysOf } from './keys/api-keys.repository.js';
import { endSessionsOf } from './sessions.repository.js';

/** `mailed`: the link is on its way. Otherwise the code to print, shown once. */
export type Invited = { readonly kind: 'mailed' | 'waits-for-officer' } | { readonly kind: 'printed'; readonly code: string };
export type Chosen = { readonly kind: 'done' } | { readonly kind: 'refused'; readonly code: string };

/** Accounts of others: invitations, resets and forgotten passwords. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    @Inject(ConfigToken) private readonly config: Config,
  ) {}

  /** Invites somebody without a password, or resets an account; that of a council's member waits for an officer of the council. */
  invite(actor: Actor, personId: string): Promise<Invited> {
    const now = this.clock.now();
    return this.transactions.run(async (tx) => {
      const account = await accountOr404(tx, personId);
      if (account.guarded && account.passwordHash) return this.askOfficers(tx, actor, account, now);
      const kind: InvitationKind = account.passwordHash ? 'reset' : 'invitation';
      if (kind === 'reset' && actor.role !== 'org_admin') throw refused('account.exists');
      const code = await createInvitation(tx, personId, kind, actor.personId, now);
      await record(tx, actor, now, kind === 'reset' ? 'account.reset-sent' : 'account.invited', { personId });
      if (!account.email) return { kind: 'printed', code };
      await queueMail(tx, invitationMail(account.email, this.link(code), kind, account.language));
      return { kind: 'mailed' };
    });
  }

  /** A forgotten password. Whoever asks always gets the same answer; what happens depends on the account. */
  async forgot(login: string): Promise<void> {
    const now = this.clock.now();
    await this.transactions.run(async (tx) => {
      const attempts = await noteAttempt(tx, attemptKey(`forgot:${login}`), now, new Date(now.getTime() - ATTEMPTS_WITHIN_MS));
      const account = isThrottled(attempts) ? null : await findAccount(tx, login, dayOf(now));
      if (!account?.passwordHash) return;
      const actor: Actor = { personId: account.personId, role: 'employee', roles: ['employee'], language: account.language };
      if (account.guarded) return void (await this.askOfficers(tx, actor, account, now));
      if (!account.email) return;
      const code = await createInvitation(tx, account.personId, 'reset', null, now);
      await record(tx, actor, now, 'account.reset-asked', { personId: account.personId });
      await queueMail(tx, invitationMail(account.email, this.link(code), 'reset', account.language));
    });
  }

  /** Whether somebody can sign in, and whether the council guards the account. */
  access(personId: string): Promise<{ hasAccount: boolean; officer: boolean }> {
    return this.transactions.read(async (tx) => {
      const { passwordHash, guarded } = await accountOr404(tx, personId);
      return { hasAccount: passwordHash !== null, officer: guarded && passwordHash !== null };
    });
  }

  isOpen(code: string): Promise<boolean> {
    return this.transactions.read(async (tx) => (await findInvitation(tx, code, this.clock.now())) !== null);
  }

  /** Chooses a password with a one-time code. All sessions of the account end. */
  async choosePassword(code: string, password: string): Promise<Chosen> {
    const now = this.clock.now();
    const invitation = await this.transactions.read((tx) => findInvitation(tx, code, now));
    if (!invitation) throw notFound();
    const account = await this.transactions.read((tx) => readAccount(tx, invitation.personId));
    const refusal = passwordRefusal(password, [account?.email ?? null, account?.staffNumber ?? null]);
    if (refusal) return { kind: 'refused', code: refusal };
    const hash = await hashPassword(password, this.config.argon2);
    await this.transactions.run(async (tx) => {
      const used = await useInvitation(tx, code, now);
      if (!used) throw notFound();
      const before = await accountOr404(tx, used.personId);
      await writePassword(tx, used.personId, hash, now);
      await endSessionsOf(tx, used.personId, now);
      await revokeKeysOf(tx, used.personId, now);
      const actor: Actor = { personId: used.personId, role: 'employee', roles: ['employee'], language: before.language };
      if (before.officer && before.passwordHash) {
        await clearTotp(tx, used.personId, now);
        await recordOfficerChange(tx, actor, now, used.personId, 'reset');
      }
      await record(tx, actor, now, 'account.password-chosen', { personId: used.personId });
    });
    return { kind: 'done' };
  }

  private link(code: string): string {
    return `${this.config.baseUrl}${peoplePaths.invitationCode(code)}`;
  }

  /** Nothing changes yet: the other officers are asked. */
  private async askOfficers(tx: Tx, actor: Actor, { personId }: Account, now: Date): Promise<Invited> {
    const id = await askOfficerReset(tx, personId, actor.personId ?? actor.role, now);
    if (!id) return { kind: 'waits-for-officer' };
    const others = (await holdersOf(tx, ['or_chair', 'or_secretary'])).filter((officer) => officer.personId !== personId);
    for (const { mailAddress, language } of others) {
      if (mailAddress) await queueMail(tx, resetAskedMail(mailAddress, `${this.config.baseUrl}${peoplePaths.officers}`, language));
    }
    await record(tx, actor, now, 'officer.reset-asked', { subjectId: id, personId });
    return { kind: 'waits-for-officer' };
  }
}

const accountOr404 = async (tx: Tx, personId: string): Promise<Account> => {
  const person = await readPerson(tx, personId);
  const account = person && !person.leftAt ? await readAccount(tx, personId) : null;
  if (!account) throw notFound();
  return account;
};
