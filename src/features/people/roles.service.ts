import { Inject, Injectable } from '@nestjs/common';
import { type Actor, COUNCIL_OFFICERS, COUNCIL_ROLES, type Role } from '../../kernel/actor.js';
import type { Clock } from '../../kernel/clock.js';
import { notFound, refused } from '../../kernel/problem.js';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { queueMail } from '../../platform/mail/index.js';
import { record } from '../evidence/index.js';
import { ensureAccount, readAccount, writeMailAddress } from './accounts.repository.js';
import { handOver } from './council-roles.js';
import { conflictsOf } from './domain/conflicts.js';
import type { Register } from './domain/facts.js';
import { asksAcceptance, isBesideCouncil, keptFromGranting, mayEndRole, mayGrantRole } from './domain/role-owners.js';
import { recordFactShifts } from './fact-shifts.js';
import { factRows, organisationFacts, readRegister } from './facts.repository.js';
import { voidInvitations } from './invitations.repository.js';
import { roleOfferMail } from './mails.catalogue.js';
import { recordOfficerChange } from './officer-change.js';
import { type Person, readPerson } from './persons.repository.js';
import {
  acceptGrant,
  endGrant,
  type Grant,
  grantsOf,
  holdersOf,
  insertGrant,
  leaveRoleInSessions,
  lockGrant,
  lockRoles,
} from './roles.repository.js';

export interface RolesView {
  readonly person: Person;
  readonly grants: readonly (Grant & { readonly mayEnd: boolean })[];
  readonly mayGrant: readonly Role[];
  /** There is a council, which alone decides who is in it. */
  readonly councilOwn: boolean;
}

const isOfficerRole = (role: Role): boolean => COUNCIL_OFFICERS.includes(role);
/** Who takes up one office of the council lays down the other. */
const isHandedOver = (role: Role, held: Role): boolean => isOfficerRole(role) && isOfficerRole(held);
const isCouncilRole = (role: Role): boolean => COUNCIL_ROLES.includes(role);

@Injectable()
export class RolesService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  view(actor: Actor, personId: string, all: readonly Role[]): Promise<RolesView> {
    return this.transactions.read(async (tx) => {
      const person = await personOr404(tx, personId);
      const register = await readRegister(tx);
      const grants = await grantsOf(tx, personId);
      const mayGrant = all.filter((role) => mayGrantRole(actor, role, register) && !grants.some((grant) => grant.role === role));
      return {
        person,
        grants: grants.map((grant) => ({ ...grant, mayEnd: mayEnd(actor, grant, register) })),
        mayGrant,
        councilOwn: register.council,
      };
    });
  }

  /** The actor's own roles that still wait for a yes. */
  offers(actor: Actor): Promise<Grant[]> {
    return this.transactions.read(async (tx) => (await grantsOf(tx, actor.personId ?? '')).filter(({ acceptedAt }) => acceptedAt === null));
  }

  grant(actor: Actor, personId: string, role: Role): Promise<string> {
    const now = this.clock.now();
    return this.transactions.run(async (tx) => {
      await lockRoles(tx);
      const person = await personOr404(tx, personId);
      const kept = keptFromGranting(actor, role, await readRegister(tx));
      if (kept) throw refused(kept);
      refuseConflicts(role, await grantsOf(tx, personId), await isUnderTen(tx));
      return recordFactShifts(tx, actor, now, async () => {
        const accepted = !asksAcceptance(role);
        const grantId = await insertGrant(tx, { personId, role, grantedBy: actor.personId, at: now, accepted });
        if (!grantId) throw refused('role.held');
        if (!accepted && person.email) await queueMail(tx, roleOfferMail(person.email, role, person.language));
        return record(tx, actor, now, 'role.granted', { subjectId: grantId, personId }, { role });
      });
    });
  }

  /** The person's own yes. A council member says where the council's copies go. */
  accept(actor: Actor, grantId: string, mailAddress: string | null): Promise<string> {
    const now = this.clock.now();
    return this.transactions.run(async (tx) => {
      await lockRoles(tx);
      const { personId, role } = await ownOffer(tx, actor, grantId);
      if (isBesideCouncil(role, await readRegister(tx))) throw refused('role.beside-council');
      refuseConflicts(
        role,
        (await grantsOf(tx, personId)).filter((held) => held.id !== grantId && !isHandedOver(role, held.role)),
        await isUnderTen(tx),
      );
      return recordFactShifts(tx, actor, now, async () => {
        await acceptGrant(tx, grantId, now);
        if (isCouncilRole(role)) await keepAddress(tx, personId, mailAddress, now);
        if (isOfficerRole(role)) {
          await voidInvitations(tx, personId, now);
          await handOver(tx, actor, now, { personId, role });
          await recordOfficerChange(tx, actor, now, personId, 'role-accepted');
        }
        return record(tx, actor, now, 'role.accepted', { subjectId: grantId, personId }, { role });
      });
    });
  }

  decline(actor: Actor, grantId: string): Promise<string> {
    const now = this.clock.now();
    return this.transactions.run(async (tx) => {
      const { personId, role } = await ownOffer(tx, actor, grantId);
      await endGrant(tx, grantId, personId, now);
      return record(tx, actor, now, 'role.declined', { subjectId: grantId, personId }, { role });
    });
  }

  end(actor: Actor, personId: string, grantId: string): Promise<string> {
    const now = this.clock.now();
    return this.transactions.run(async (tx) => {
      await lockRoles(tx);
      const grant = await lockGrant(tx, grantId);
      if (!grant || grant.personId !== personId) throw notFound();
      const register = await readRegister(tx);
      if (!mayEnd(actor, grant, register)) throw refused(isCouncilRole(grant.role) ? 'role.council-own' : 'role.not-yours');
      if (grant.acceptedAt) await refuseLast(tx, grant, register);
      return recordFactShifts(tx, actor, now, async () => {
        await endGrant(tx, grantId, actor.personId ?? actor.role, now);
        await leaveRoleInSessions(tx, personId, grant.role);
        if (isOfficerRole(grant.role) && grant.acceptedAt) await recordOfficerChange(tx, actor, now, personId, 'role-ended');
        return record(tx, actor, now, 'role.ended', { subjectId: grantId, personId }, { role: grant.role });
      });
    });
  }
}

const personOr404 = async (tx: Tx, id: string): Promise<Person> => {
  const person = await readPerson(tx, id);
  if (!person || person.leftAt) throw notFound();
  return person;
};

const ownOffer = async (tx: Tx, actor: Actor, grantId: string): Promise<Grant> => {
  const grant = await lockGrant(tx, grantId);
  if (!grant || grant.personId !== actor.personId || grant.acceptedAt) throw notFound();
  return grant;
};

const keepAddress = async (tx: Tx, personId: string, chosen: string | null, now: Date): Promise<void> => {
  const account = await readAccount(tx, personId);
  await ensureAccount(tx, personId, now);
  const address = chosen ?? account?.mailAddress ?? account?.email ?? null;
  if (address !== account?.mailAddress) await writeMailAddress(tx, personId, address, now);
};

/** Everyone may lay down their own. */
const mayEnd = (actor: Actor, { personId, role }: Grant, register: Register): boolean =>
  personId === actor.personId || mayEndRole(actor, role, register);

/** So few people, and no body that speaks for them, that director and IT may be one person. */
const isUnderTen = async (tx: Tx): Promise<boolean> => {
  const { representativeBody, headcount } = await organisationFacts(tx);
  return representativeBody === 'none' && typeof headcount === 'number' && headcount < 10;
};

const refuseConflicts = (role: Role, held: readonly Grant[], underTen: boolean): void => {
  const conflicts = conflictsOf(
    role,
    held.map((grant) => grant.role),
    underTen,
  );
  if (conflicts.length > 0)
    throw refused(
      'role.conflict',
      conflicts.map((other) => ({ code: `role.conflict.${other}`, turn: other })),
    );
};

/** Some roles may not fall empty: the administrator, a required DPO, and the council's last officer. */
const refuseLast = async (tx: Tx, { personId, role }: Grant, register: Register): Promise<void> => {
  const others = (roles: readonly Role[]) =>
    holdersOf(tx, roles).then((holders) => holders.filter((holder) => holder.personId !== personId).length);
  if (role === 'org_admin' && (await others(['org_admin'])) === 0) throw refused('role.last-admin');
  if (isOfficerRole(role) && register.council && (await others(COUNCIL_OFFICERS)) === 0) throw refused('role.last-officer');
  if (role === 'dpo' && (await others(['dpo'])) === 0 && (await needsDpo(tx))) throw refused('role.dpo-required');
};

const DPO_FACTS = ['publicBody', 'largeScaleCore'] as const;
/** Answered, and not confirmed to be false: the DPO who should confirm it cannot be ended first. */
const needsDpo = async (tx: Tx): Promise<boolean> => {
  const answered = (await factRows(tx)).map(({ attribute }) => attribute);
  const facts = await organisationFacts(tx);
  return DPO_FACTS.some((name) => answered.includes(name) && facts[name] !== false);
};
