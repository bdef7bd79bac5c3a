import { ROLES, type Role } from '../../../kernel/actor.js';
import { asksAcceptance, mayChangeRole } from './role-owners.js';

const none = { council: false, staffRepresentation: false };
const changers = (role: Role, bodies = none) => ROLES.filter((actor) => mayChangeRole({ role: actor }, role, bodies));

describe('who gives and ends a role', () => {
  it('is the administrator, also for the first of a council', () => {
    for (const role of ROLES.filter((one) => one !== 'employee' && one !== 'group_officer')) expect(changers(role)).toEqual(['org_admin']);
  });

  it('is the council itself once both officers have accepted', () => {
    const bodies = { ...none, council: true };
    for (const role of ['or_member', 'or_chair', 'or_secretary'] as const)
      expect(changers(role, bodies)).toEqual(['or_chair', 'or_secretary']);
    expect(changers('dpo', bodies)).toEqual(['org_admin']);
  });

  it('is the local council for who speaks for the group council', () => {
    expect(changers('group_officer')).toEqual(['or_chair', 'or_secretary']);
  });

  it('is the staff representation itself once two contacts have accepted', () => {
    expect(changers('pvt_contact', { ...none, staffRepresentation: true })).toEqual(['pvt_contact']);
  });

  it('is nobody for employee, which everyone is', () => {
    expect(changers('employee')).toEqual([]);
  });

  it('waits for a yes of representatives only', () => {
    expect(ROLES.filter(asksAcceptance)).toEqual(['or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer']);
  });
});
