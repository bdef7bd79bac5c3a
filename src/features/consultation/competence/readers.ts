import type { Actor } from '../../../kernel/actor.js';
import { isGroup, type Standing } from '../domain/body.js';

/** An officer of the group council sees the cases that are its own, and knows of no other. */
export const isGroupReader = ({ role }: Pick<Actor, 'role'>, { body }: Pick<Standing, 'body'>): boolean =>
  role !== 'group_officer' || isGroup(body);
