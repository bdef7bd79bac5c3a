import type { Actor } from '../../../kernel/actor.js';
import type { Tx } from '../../../platform/database/index.js';
import { organisationFacts } from '../../people/index.js';
import { isGroup, type Standing } from '../domain/body.js';

/** An officer of the group council sees the cases that are its own, and knows of no other. */
export const isGroupReader = ({ role }: Pick<Actor, 'role'>, { body }: Pick<Standing, 'body'>): boolean =>
  role !== 'group_officer' || isGroup(body);

/** The employer can name contacts of a staff representation. Where a council speaks for the staff they speak for nobody. */
export const speaksHere = async (tx: Tx, role: Actor['role']): Promise<boolean> =>
  role !== 'pvt_contact' || (await organisationFacts(tx)).representativeBody === 'pvt';
