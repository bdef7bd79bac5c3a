import { ROLES, type Role } from '../../../kernel/actor.js';
import { conflictsOf } from './conflicts.js';

const TOGETHER: readonly (readonly [Role, readonly Role[]])[] = [
  [
    'dpo',
    ['hr_registrar', 'privacy_officer', 'tool_owner', 'it_admin', 'director', 'or_member', 'or_chair', 'or_secretary', 'group_officer'],
  ],
  ['it_admin', ['privacy_officer', 'dpo', 'director', 'or_member', 'or_chair', 'or_secretary', 'group_officer']],
  ['or_member', ['hr_registrar', 'it_admin', 'dpo', 'director', 'objection_handler', 'complaint_handler']],
  ['or_chair', ['hr_registrar', 'it_admin', 'dpo', 'director', 'or_secretary', 'objection_handler', 'complaint_handler']],
  ['hr_registrar', ['dpo', 'or_member', 'or_chair', 'or_secretary', 'group_officer']],
  ['objection_handler', ['or_member', 'or_chair', 'or_secretary', 'group_officer']],
  ['group_officer', ['hr_registrar', 'it_admin', 'dpo', 'director', 'objection_handler', 'complaint_handler']],
  ['org_admin', []],
  ['manager', []],
  ['trusted_person', []],
];

describe('roles in one hand', () => {
  it.each(TOGETHER)('%s does not go with exactly %j', (role, others) => {
    expect(ROLES.filter((other) => conflictsOf(role, [other]).length > 0)).toEqual(ROLES.filter((other) => others.includes(other)));
  });

  it('may be director and IT in one, under ten people and nothing else', () => {
    expect([conflictsOf('it_admin', ['director']), conflictsOf('it_admin', ['director'], true)]).toEqual([['director'], []]);
    expect(conflictsOf('director', ['it_admin', 'hr_registrar'], true)).toEqual([]);
    expect(conflictsOf('it_admin', ['dpo', 'privacy_officer', 'or_member'], true)).toEqual(['dpo', 'privacy_officer', 'or_member']);
  });

  it('conflict both ways', () => {
    for (const a of ROLES) for (const b of ROLES) expect(conflictsOf(a, [b]).length).toBe(conflictsOf(b, [a]).length);
  });

  it('are free for an employee who holds nothing else', () => {
    for (const role of ROLES) expect(conflictsOf(role, ['employee'])).toEqual([]);
  });
});
