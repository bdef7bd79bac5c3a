import type { Actor, Role } from '../../../kernel/actor.js';
import { notFound } from '../../../kernel/problem.js';
import type { Tx } from '../../../platform/database/index.js';
import { speaksHere } from '../competence/readers.js';
import { groupTools } from './consents.repository.js';

/** Who acts for a body that has members: chair and secretary, the contacts of a staff representation, the officers of a group council. */
export const OFFICERS: readonly Role[] = ['or_chair', 'or_secretary', 'pvt_contact', 'group_officer'];
const MEMBERS: readonly Role[] = [...OFFICERS, 'or_member'];

export const isOfficer = ({ role }: Pick<Actor, 'role'>): boolean => OFFICERS.some((one) => one === role);
export const isMember = ({ role }: Pick<Actor, 'role'>): boolean => MEMBERS.some((one) => one === role);

/**
 * Of which tools this person may know: an officer of a group council only of those that it was asked about, a contact of a staff representation
 * of none where a council speaks for the staff.
 */
export const known = async (tx: Tx, { role }: Pick<Actor, 'role'>): Promise<(one: { readonly toolId: string }) => boolean> => {
  if (!(await speaksHere(tx, role))) return () => false;
  if (role !== 'group_officer') return () => true;
  const tools = new Set(await groupTools(tx));
  return ({ toolId }) => tools.has(toolId);
};
export const refuseUnknown = async (tx: Tx, actor: Pick<Actor, 'role'>, toolId: string): Promise<void> => {
  if (!(await known(tx, actor))({ toolId })) throw notFound();
};
