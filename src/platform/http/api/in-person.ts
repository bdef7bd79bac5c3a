import { type Actor, COUNCIL_ROLES } from '../../../kernel/actor.js';
import { Problem } from '../../../kernel/problem.js';
import type { Visitor } from '../request.js';

const SITTING: readonly Actor['role'][] = [...COUNCIL_ROLES, 'pvt_contact', 'group_officer'];
/** Whether somebody acts for the body that represents the staff. */
export const sitsInCouncil = ({ role }: Actor): boolean => SITTING.includes(role);

/** What the council confirms, or lets go on, is done by that person, signed in: a key is refused. */
export const refuseKeyOfCouncil = ({ key }: Pick<Visitor, 'key'>, actor: Actor): void => {
  if (key && sitsInCouncil(actor)) throw new Problem(403, 'key.in-person', [{ code: 'key.in-person' }]);
};
