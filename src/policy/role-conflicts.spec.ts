import { ROLES, type Role } from '../kernel/actor.js';
import { conflictReasons, conflictsOf } from './role-conflicts.js';

describe('roles of one person', () => {
  it.each([
    [['dpo', 'hr_registrar'], ['role.independence']],
    [['dpo', 'or_member'], ['role.independence']],
    [['it_admin', 'director'], ['role.supervision']],
    [['it_admin', 'or_chair'], ['role.supervision']],
    [['or_secretary', 'hr_registrar'], ['role.employer_side']],
    [['objection_handler', 'or_member'], ['role.handler']],
    [
      ['dpo', 'it_admin', 'director'],
      ['role.independence', 'role.supervision'],
    ],
  ] as const)('%j conflict: %j', (roles, codes) => expect(conflictReasons([...roles]).map(({ code }) => code)).toEqual(codes));
  it.each([
    ['it_admin', 'tool_owner'],
    ['hr_registrar', 'privacy_officer'],
    ['or_chair', 'or_member', 'employee'],
    ['dpo', 'employee'],
    ['objection_handler', 'trusted_person'],
  ])('may hold %s and %s', (...roles) => expect(conflictsOf(roles as Role[])).toEqual([]));
  it('leaves every role free on its own', () => {
    for (const role of ROLES) expect(conflictsOf([role, 'employee'])).toEqual([]);
  });
});
