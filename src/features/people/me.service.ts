import { Inject, Injectable } from '@nestjs/common';
import { type Actor, COUNCIL_ROLES } from '../../kernel/actor.js';
import type { Clock } from '../../kernel/clock.js';
import { notFound, refused } from '../../kernel/problem.js';
import { type Config, ConfigToken } from '../../platform/config/index.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { record } from '../evidence/index.js';
import {
  type Account,
  clearTotp,
  confirmTotp,
  offerTotpSecret,
  readAccount,
  writeMailAddress,
  writePassword,
} from './accounts.repository.js';
import { passwordRefusal } from './domain/sessions.js';
import { confirmIdentity, type Identity, identityAsked, type IdentityAsked } from './identity.js';
import { recordOfficerChange } from './officer-change.js';
import { hashPassword } from './passwords.js';
import { endSessionsOf, rolesOf } from './sessions.repository.js';
import { organisationName } from './setup.repository.js';
import { demoCode, newTotpSecret, stepOfCode, totpUri } from './totp.js';

export interface MyAccount {
  readonly name: string;
  readonly email: string | null;
  readonly mailAddress: string | null;
  readonly council: boolean;
  readonly enrolled: boolean;
  readonly asked: IdentityAsked;
}
export interface Enrolment {
  readonly secret: string;
  readonly uri: string;
  readonly demoCode: string | null;
}
export type Changed = { readonly kind: 'done' } | { readonly kind: 'refused'; readonly code: string };

/** What somebody does with the own account. */
@Injectable()
export class MeService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    @Inject(ConfigToken) private readonly config: Config,
  ) {}

  mine(actor: Actor): Promise<MyAccount> {
    return this.transactions.read(async (tx) => {
      const { name, email, mailAddress, totpConfirmed } = await ownAccount(tx, actor);
      const council = (await rolesOf(tx, actor.personId ?? '')).some((role) => COUNCIL_ROLES.includes(role));
      return { name, email, mailAddress, council, enrolled: totpConfirmed, asked: await identityAsked(tx, this.clock.now(), actor) };
    });
  }

  /** Every other session of the account ends. */
  async changePassword(actor: Actor, sessionId: string | null, identity: Identity, password: string): Promise<Changed> {
    const now = this.clock.now();
    const account = await this.transactions.read((tx) => ownAccount(tx, actor));
    const refusal = passwordRefusal(password, [account.email, account.staffNumber]);
    if (refusal) return { kind: 'refused', code: refusal };
    const hash = await hashPassword(password, this.config.argon2);
    await this.transactions.run(async (tx) => {
      await confirmIdentity(tx, now, actor, identity);
      await writePassword(tx, account.personId, hash, now);
      await endSessionsOf(tx, account.personId, now, sessionId);
      await record(tx, actor, now, 'account.password-changed', { personId: account.personId });
      if (account.officer) await recordOfficerChange(tx, actor, now, account.personId, 'password');
    });
    return { kind: 'done' };
  }

  /** Where copies for the council go. Nobody but the member chooses it. */
  async changeAddress(actor: Actor, identity: Identity, address: string): Promise<void> {
    const now = this.clock.now();
    await this.transactions.run(async (tx) => {
      await confirmIdentity(tx, now, actor, identity);
      const account = await ownAccount(tx, actor);
      await writeMailAddress(tx, account.personId, address, now);
      await record(tx, actor, now, 'account.address-changed', { personId: account.personId });
      if (account.officer) await recordOfficerChange(tx, actor, now, account.personId, 'mail-address');
    });
  }

  /** A secret for the telephone, the same until its first code; null once enrolled. It waits for that code: nothing to record yet. */
  async enrolment(actor: Actor): Promise<Enrolment | null> {
    const now = this.clock.now();
    const { account, organisation } = await this.transactions.run(async (tx) => {
      await offerTotpSecret(tx, actor.personId ?? '', newTotpSecret(), now);
      return { account: await ownAccount(tx, actor), organisation: await organisationName(tx) };
    });
    if (account.totpConfirmed || !account.totpSecret) return null;
    return {
      secret: account.totpSecret,
      uri: totpUri(account.totpSecret, organisation ?? 'Countersign'),
      demoCode: demoCode(account.totpSecret, now, null),
    };
  }

  /** The first code shows that the telephone has the secret. Answers false when it is not right. */
  enrol(actor: Actor, code: string): Promise<boolean> {
    const now = this.clock.now();
    return this.transactions.run(async (tx) => {
      const account = await ownAccount(tx, actor);
      if (account.totpConfirmed || !account.totpSecret) throw refused('totp.enrolled');
      const step = stepOfCode(account.totpSecret, code, now, null);
      if (step === null) return false;
      await confirmTotp(tx, account.personId, step, now);
      await record(tx, actor, now, 'account.second-step-enrolled', { personId: account.personId });
      if (account.officer) await recordOfficerChange(tx, actor, now, account.personId, 'second-step');
      return true;
    });
  }

  /** Another telephone: password and a code of the old one, then enrolment begins anew. */
  async dropEnrolment(actor: Actor, identity: Identity): Promise<void> {
    const now = this.clock.now();
    await this.transactions.run(async (tx) => {
      await confirmIdentity(tx, now, actor, identity);
      const account = await ownAccount(tx, actor);
      await clearTotp(tx, account.personId, now);
      await endSessionsOf(tx, account.personId, now);
      await record(tx, actor, now, 'account.second-step-dropped', { personId: account.personId });
      if (account.officer) await recordOfficerChange(tx, actor, now, account.personId, 'second-step');
    });
  }
}

const ownAccount = async (tx: Tx, actor: Actor): Promise<Account> => {
  const account = actor.personId === null ? null : await readAccount(tx, actor.personId);
  if (!account) throw notFound();
  return account;
};
