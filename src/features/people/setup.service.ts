import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Language } from '../../kernel/actor.js';
import { type Clock, dayOf } from '../../kernel/clock.js';
import { newId, readCrockford } from '../../kernel/ids.js';
import { notFound } from '../../kernel/problem.js';
import { type Config, ConfigToken, FirstRun } from '../../platform/config/index.js';
import { Transactions } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { record } from '../evidence/index.js';
import { writePassword } from './accounts.repository.js';
import { hashPassword } from './passwords.js';
import { peoplePaths } from './people.paths.js';
import { insertPerson, insertUnit } from './persons.repository.js';
import { insertGrant } from './roles.repository.js';
import { openSession } from './sessions.repository.js';
import { createSetupLink, insertOrganisation, isSetupCode, useSetupCode } from './setup.repository.js';

export interface SetUp {
  readonly organisation: string;
  readonly jurisdiction: string;
  readonly unit: string;
  readonly name: string;
  readonly staffNumber: string;
  readonly email: string;
  readonly password: string;
  readonly language: Language;
}

@Injectable()
export class SetupService extends FirstRun {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    @Inject(ConfigToken) private readonly config: Config,
  ) {
    super();
  }

  override async setupLink(): Promise<string | null> {
    const now = this.clock.now();
    const code = await this.transactions.run((tx) => createSetupLink(tx, now));
    return code && `${this.config.baseUrl}${peoplePaths.setup(code)}`;
  }

  isOpen(code: string): Promise<boolean> {
    return this.transactions.read((tx) => isSetupCode(tx, readCrockford(code)));
  }

  /** Makes the organisation and its first administrator, and signs that person in: answers the session's token. */
  async setUp(code: string, given: SetUp): Promise<string> {
    const now = this.clock.now();
    const hash = await hashPassword(given.password, this.config.argon2);
    return this.transactions.run(async (tx) => {
      if (!(await useSetupCode(tx, readCrockford(code), now))) throw notFound();
      const [unitId, personId] = [newId('u'), newId('p')];
      await insertOrganisation(tx, given.organisation, given.jurisdiction, now);
      await insertUnit(tx, unitId, given.unit, now);
      await insertPerson(tx, personId, { ...FIRST_PERSON, ...pick(given), unitId, startsOn: dayOf(now) }, now);
      await writePassword(tx, personId, hash, now);
      await insertGrant(tx, { personId, role: 'org_admin', grantedBy: null, at: now, accepted: true });
      const actor: Actor = { personId, role: 'org_admin', roles: ['employee', 'org_admin'], language: given.language };
      await record(tx, actor, now, 'organisation.set-up', {}, { jurisdiction: given.jurisdiction });
      return openSession(tx, personId, 'org_admin', now);
    });
  }
}

const FIRST_PERSON = { managerId: null, otherLanguage: null, endsOn: null, worksAtHome: false, device: null } as const;
const pick = ({ staffNumber, name, email, language }: SetUp) => ({ staffNumber, name, email, language });
