import { Inject, Injectable } from '@nestjs/common';
import { type Actor, COUNCIL_OFFICERS, type Language, type Role } from '../../../kernel/actor.js';
import type { Clock } from '../../../kernel/clock.js';
import { newId, newSecret } from '../../../kernel/ids.js';
import { notFound, refused, unusable } from '../../../kernel/problem.js';
import { type Config, ConfigToken } from '../../../platform/config/index.js';
import { Transactions } from '../../../platform/database/index.js';
import { ClockToken, type Scope } from '../../../platform/http/index.js';
import { roleName, text } from '../../../platform/i18n/index.js';
import { record } from '../../evidence/index.js';
import { endOf, MOST_KEYS, stateOfKey } from '../domain/api-keys.js';
import { confirmIdentity, type Identity, identityAsked, type IdentityAsked } from '../identity.js';
import { mailPersons, type MailTexts } from '../mail-persons.js';
import { peoplePaths } from '../people.paths.js';
import { recordOfficerChange } from '../officer-change.js';
import { hashOfToken } from '../sessions.repository.js';
import { insertKey, keysOf, lockKeysOf, type OwnKey, revokeKey } from './api-keys.repository.js';
import { keysTexts } from './keys.catalogue.js';
import { ProgramKeys } from './program-keys.js';

export interface KeyWishes {
  readonly name: string;
  readonly role: Role;
  readonly scopes: readonly Scope[];
  readonly days: number;
}
export interface OwnKeys {
  readonly keys: readonly OwnKey[];
  readonly asked: IdentityAsked;
  readonly now: Date;
}

/** Keys by which programs act for the person who made them. */
@Injectable()
export class ApiKeysService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    private readonly programs: ProgramKeys,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  mine(actor: Actor): Promise<OwnKeys> {
    const now = this.clock.now();
    return this.transactions.read(async (tx) => ({
      keys: await keysOf(tx, ownId(actor)),
      asked: await identityAsked(tx, now, actor),
      now,
    }));
  }

  /** Answers the key, which is stored nowhere: the table holds its SHA-256. 422 on the field, 409 when there are too many. */
  create(actor: Actor, wishes: KeyWishes, identity: Identity): Promise<string> {
    const now = this.clock.now();
    const key = `ck_${newSecret(32)}`;
    return this.transactions.run(async (tx) => {
      const personId = ownId(actor);
      await lockKeysOf(tx, personId);
      if (!actor.roles.includes(wishes.role)) throw unusable('role', 'isIn');
      const working = (await keysOf(tx, personId)).filter((one) => one.revokedAt === null);
      if (working.some(({ name }) => name === wishes.name)) throw unusable('name', 'key.name-taken');
      if (working.filter((one) => stateOfKey(one, now) === 'works').length >= MOST_KEYS) throw refused('key.many');
      await confirmIdentity(tx, now, actor, identity);
      const id = newId('k');
      const { role, name, scopes } = wishes;
      const made = { id, personId, role, name, scopes, secretHash: hashOfToken(key), createdAt: now, expiresAt: endOf(now, wishes.days) };
      await insertKey(tx, made);
      await mailPersons(tx, [personId], this.madeMail(role));
      await record(tx, actor, now, 'key.created', { subjectId: id, personId }, { scopes: [...scopes], actsAs: role });
      if (COUNCIL_OFFICERS.includes(role)) await recordOfficerChange(tx, actor, now, personId, 'key');
      return key;
    });
  }

  /** So that nobody makes a key in another's name unseen. Nothing of the key stands in it. */
  private madeMail(role: Role): MailTexts {
    const inLanguage = (language: Language) => {
      const t = text(keysTexts, language);
      const words = { role: roleName(role, language), url: this.config.baseUrl + peoplePaths.myKeys };
      return { subject: t('mail.subject'), text: t('mail.text', words) };
    };
    return { nl: inLanguage('nl'), en: inLanguage('en') };
  }

  /** Asks for nothing: to end a key must be as easy as can be. */
  async revoke(actor: Actor, id: string): Promise<void> {
    const now = this.clock.now();
    await this.transactions.run(async (tx) => {
      if (!(await revokeKey(tx, ownId(actor), id, now))) throw notFound();
      await record(tx, actor, now, 'key.revoked', { subjectId: id, personId: ownId(actor) });
    });
    this.programs.forget();
  }
}

const ownId = (actor: Actor): string => {
  if (actor.personId === null) throw notFound();
  return actor.personId;
};
