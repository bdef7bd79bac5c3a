import { COUNCIL_ROLES, type Role } from '../../../kernel/actor.js';

const STAFF_ROLES: readonly Role[] = [...COUNCIL_ROLES, 'group_officer'];
const HANDLERS: readonly Role[] = ['objection_handler', 'complaint_handler'];

/** Settled: roles that no one person holds together. */
const APART: readonly (readonly [readonly Role[], readonly Role[]])[] = [
  [['dpo'], ['hr_registrar', 'privacy_officer', 'tool_owner', 'it_admin', 'director', ...STAFF_ROLES]],
  [['it_admin'], ['privacy_officer', 'director', ...STAFF_ROLES]],
  [STAFF_ROLES, ['director', 'hr_registrar']],
  [HANDLERS, STAFF_ROLES],
  [['or_chair'], ['or_secretary']],
];

const ONE_HAND: readonly Role[] = ['director', 'it_admin'];

/**
 * The held roles that do not go together with `role`; empty when it may be given. Under ten people, without a council, director and IT may be one:
 * a second person confirms before that one switches anything on.
 */
export const conflictsOf = (role: Role, held: readonly Role[], underTen = false): Role[] =>
  held.filter(
    (other) =>
      !(underTen && ONE_HAND.includes(role) && ONE_HAND.includes(other)) &&
      APART.some(([some, others]) => (some.includes(role) && others.includes(other)) || (some.includes(other) && others.includes(role))),
  );
