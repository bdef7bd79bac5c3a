import { type Actor, COUNCIL_OFFICERS, COUNCIL_ROLES, type Role } from '../../kernel/actor.js';
import type { Tx } from '../../platform/database/index.js';
import { record } from '../evidence/index.js';
import {
  type CouncilGrant,
  endGrants,
  insertMemberships,
  insertOffers,
  leaveRolesInSessions,
  openGrants,
} from './council-roles.repository.js';
import { conflictsOf } from './domain/conflicts.js';
import { type CouncilSeating, followSeating } from './domain/council-seating.js';
import { recordFactShifts } from './fact-shifts.js';
import { mailPersons } from './mail-persons.js';
import { roleOfferMail } from './mails.catalogue.js';
import { recordOfficerChange } from './officer-change.js';
import { personsWorking } from './persons.repository.js';

const isOffice = ({ role }: Pick<CouncilGrant, 'role'>): boolean => COUNCIL_OFFICERS.includes(role);

/** Which roles keep each of these persons out of the council. Whoever no longer works here is not in the answer. */
export const councilConflicts = async (tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, readonly Role[]>> => {
  const grants = await openGrants(tx, personIds);
  const held = (personId: string): Role[] =>
    grants.filter((grant) => grant.personId === personId && !COUNCIL_ROLES.includes(grant.role)).map(({ role }) => role);
  return new Map((await personsWorking(tx, personIds)).map((personId) => [personId, conflictsOf('or_member', held(personId))]));
};

/**
 * Brings sign-in roles in line with what the council decided about itself: offers to whoever is new, an end for whoever is out. An officer who
 * keeps a seat stays in office until the successor says yes. The caller holds `lockRoles`, and has checked who decided and for conflicts.
 */
export const seatCouncil = async (tx: Tx, actor: Actor, now: Date, seating: CouncilSeating): Promise<void> => {
  const grants = (await openGrants(tx, seating.persons)).filter(({ role }) => COUNCIL_ROLES.includes(role));
  const { ends, offers } = followSeating(grants, seating);
  if (ends.length + offers.length === 0) return;
  await recordFactShifts(tx, actor, now, async () => {
    await endAll(tx, actor, now, ends);
    await insertOffers(tx, offers, { by: actor.personId, at: now });
    for (const role of COUNCIL_ROLES) await mailOffer(tx, role, offers);
    const said = (all: readonly Pick<CouncilGrant, 'personId' | 'role'>[]) => all.map(({ personId, role }) => ({ person: personId, role }));
    await record(tx, actor, now, 'council.roles-changed', {}, { offered: said(offers), ended: said(ends) });
  });
};

const mailOffer = async (tx: Tx, role: Role, offers: readonly Pick<CouncilGrant, 'personId' | 'role'>[]): Promise<void> => {
  const asked = offers.filter((offer) => offer.role === role).map(({ personId }) => personId);
  if (asked.length > 0) await mailPersons(tx, asked, { nl: roleOfferMail('', role, 'nl'), en: roleOfferMail('', role, 'en') });
};

const endAll = async (tx: Tx, actor: Actor, now: Date, ends: readonly CouncilGrant[]): Promise<void> => {
  await endGrants(
    tx,
    ends.map(({ id }) => id),
    { by: actor.personId ?? actor.role, at: now },
  );
  await leaveRolesInSessions(tx, ends);
  for (const end of ends.filter((one) => isOffice(one) && one.acceptedAt))
    await recordOfficerChange(tx, actor, now, end.personId, 'role-ended');
};

/** Whoever takes up an office ends that of the predecessor, who stays a member, and an own other office. */
export const handOver = async (
  tx: Tx,
  actor: Actor,
  now: Date,
  { personId, role }: { readonly personId: string; readonly role: Role },
): Promise<void> => {
  const offices = (await openGrants(tx, [])).filter((grant) => isOffice(grant) && grant.acceptedAt !== null);
  const predecessors = offices.filter((grant) => grant.role === role && grant.personId !== personId);
  const own = offices.filter((grant) => grant.role !== role && grant.personId === personId);
  if (predecessors.length + own.length === 0) return;
  await endAll(tx, actor, now, [...predecessors, ...own]);
  await insertMemberships(
    tx,
    predecessors.map((grant) => grant.personId),
    { by: actor.personId, at: now },
  );
};
