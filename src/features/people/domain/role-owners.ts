import { type Actor, COUNCIL_OFFICERS, COUNCIL_ROLES, type Role } from '../../../kernel/actor.js';

export interface Bodies {
  readonly council: boolean;
  readonly staffRepresentation: boolean;
}

/** A representative takes up office by a yes of their own. */
export const asksAcceptance = (role: Role): boolean => COUNCIL_ROLES.includes(role) || role === 'pvt_contact' || role === 'group_officer';

/**
 * The administrator ends roles, of a council only as long as there is none. From the moment that its first chair and secretary, or the first two
 * contacts of the staff representation, have accepted, nobody but that body decides who is in it: the council on its own pages, by both officers.
 * Who speaks for the central or group works council is for the council's own officers to say.
 */
export const mayEndRole = (actor: Pick<Actor, 'role'>, role: Role, bodies: Bodies): boolean => {
  if (role === 'employee') return false;
  if (COUNCIL_ROLES.includes(role) && bodies.council) return false;
  if (role === 'group_officer') return COUNCIL_OFFICERS.some((officer) => officer === actor.role);
  if (role === 'pvt_contact' && bodies.staffRepresentation) return actor.role === 'pvt_contact';
  return actor.role === 'org_admin';
};

/** Beside a council nobody speaks for a staff representation (WOR 35c: where there is no council). */
export const isBesideCouncil = (role: Role, { council }: Pick<Bodies, 'council'>): boolean => role === 'pvt_contact' && council;

/**
 * Of a council the administrator invites the first chair and secretary, and nobody else; where a staff representation speaks for the staff until
 * then, its members do: the employer does not put another body in its place.
 */
export const mayGrantRole = (actor: Pick<Actor, 'role'>, role: Role, bodies: Bodies): boolean => {
  if (isBesideCouncil(role, bodies)) return false;
  if (COUNCIL_OFFICERS.includes(role) && bodies.staffRepresentation && !bodies.council) return actor.role === 'pvt_contact';
  return mayEndRole(actor, role, bodies) && (!COUNCIL_ROLES.includes(role) || COUNCIL_OFFICERS.includes(role));
};

/** Why this actor cannot give the role; null when they can. */
export const keptFromGranting = (actor: Pick<Actor, 'role'>, role: Role, bodies: Bodies): string | null => {
  if (isBesideCouncil(role, bodies)) return 'role.beside-council';
  if (mayGrantRole(actor, role, bodies)) return null;
  return COUNCIL_ROLES.includes(role) ? 'role.council-own' : 'role.not-yours';
};
