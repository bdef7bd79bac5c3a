import { COUNCIL_OFFICERS, COUNCIL_ROLES, ROLES, type Role } from '../../../kernel/actor.js';
import { asksAcceptance, mayEndRole, mayGrantRole } from './role-owners.js';

const none = { council: false, staffRepresentation: false };
const givers = (role: Role, bodies = none) => ROLES.filter((actor) => mayGrantRole({ role: actor }, role, bodies));
const enders = (role: Role, bodies = none) => ROLES.filter((actor) => mayEndRole({ role: actor }, role, bodies));

describe('who gives and ends a role', () => {
  it('is the administrator, also for the first chair and secretary of a council, but for no other member of it', () => {
    for (const role of ROLES.filter((one) => one !== 'employee' && one !== 'group_officer')) {
      expect(givers(role)).toEqual(role === 'or_member' ? [] : ['org_admin']);
      expect(enders(role)).toEqual(['org_admin']);
    }
  });

  it('is nobody here once both officers have accepted: the council does it itself', () => {
    const bodies = { ...none, council: true };
    for (const role of COUNCIL_ROLES) expect([...givers(role, bodies), ...enders(role, bodies)]).toEqual([]);
    expect(givers('pvt_contact', bodies)).toEqual([]);
    expect(givers('dpo', bodies)).toEqual(['org_admin']);
    expect(enders('dpo', bodies)).toEqual(['org_admin']);
  });

  it('is the local council for who speaks for the group council', () => {
    expect(givers('group_officer')).toEqual(['or_chair', 'or_secretary']);
    expect(enders('group_officer')).toEqual(['or_chair', 'or_secretary']);
  });

  it('is the staff representation itself once two contacts have accepted', () => {
    expect(givers('pvt_contact', { ...none, staffRepresentation: true })).toEqual(['pvt_contact']);
    expect(enders('pvt_contact', { ...none, staffRepresentation: true })).toEqual(['pvt_contact']);
    for (const role of COUNCIL_OFFICERS) expect(givers(role, { ...none, staffRepresentation: true })).toEqual(['pvt_contact']);
  });

  it('is nobody for employee, which everyone is', () => {
    expect([...givers('employee'), ...enders('employee')]).toEqual([]);
  });

  it('waits for a yes of representatives only', () => {
    expect(ROLES.filter(asksAcceptance)).toEqual(['or_member', 'or_chair', 'or_secretary', 'pvt_contact', 'group_officer']);
  });
});
