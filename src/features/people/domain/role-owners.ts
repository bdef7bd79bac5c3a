import { type Actor, COUNCIL_OFFICERS, COUNCIL_ROLES, type Role } from '../../../kernel/actor.js';

export interface Bodies {
  readonly council: boolean;
  readonly staffRepresentation: boolean;
}

/** A representative takes up office by a yes of their own. */
export const asksAcceptance = (role: Role): boolean => COUNCIL_ROLES.includes(role) || role === 'pvt_contact' || role === 'group_officer';

/**
 * The administrator gives roles, and invites the first chair and secretary, or the first two contacts. From the moment these have accepted the
 * body alone decides who is in it. Who speaks for the central or group works council is for the council's own officers to say.
 */
export const mayChangeRole = (actor: Pick<Actor, 'role'>, role: Role, bodies: Bodies): boolean => {
  if (role === 'employee') return false;
  if (COUNCIL_ROLES.includes(role) && bodies.council) return COUNCIL_OFFICERS.some((officer) => officer === actor.role);
  if (role === 'group_officer') return COUNCIL_OFFICERS.some((officer) => officer === actor.role);
  if (role === 'pvt_contact' && bodies.staffRepresentation) return actor.role === 'pvt_contact';
  return actor.role === 'org_admin';
};
