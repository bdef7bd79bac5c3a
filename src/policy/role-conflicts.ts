import { COUNCIL_ROLES, type Role } from '../kernel/actor.js';
import type { Reason } from '../kernel/problem.js';

type ConflictCode = 'role.independence' | 'role.supervision' | 'role.employer_side' | 'role.handler';
export interface RoleConflict {
  readonly roles: readonly [readonly Role[], readonly Role[]];
  readonly code: ConflictCode;
  readonly reason: { readonly nl: string; readonly en: string };
}

/** Roles that one person never holds together. */
const ROLE_CONFLICTS: readonly RoleConflict[] = [
  {
    roles: [['dpo'], ['hr_registrar', 'privacy_officer', 'tool_owner', 'it_admin', 'director', ...COUNCIL_ROLES]],
    code: 'role.independence',
    reason: {
      nl: 'De FG is onafhankelijk en beslist niet mee over wat hij beoordeelt (AVG art. 38 lid 6).',
      en: 'The DPO is independent and takes no part in what is advised on (GDPR 38(6)).',
    },
  },
  {
    roles: [['it_admin'], ['privacy_officer', 'director', ...COUNCIL_ROLES]],
    code: 'role.supervision',
    reason: {
      nl: 'Wie een volgsysteem aanzet, beoordeelt en besluit er niet over.',
      en: 'Who switches a tool on neither assesses nor decides on it.',
    },
  },
  {
    roles: [COUNCIL_ROLES, ['director', 'hr_registrar']],
    code: 'role.employer_side',
    reason: {
      nl: 'De ondernemingsraad staat los van wie namens de werkgever vraagt en besluit.',
      en: 'The works council stands apart from those who ask and decide for the employer.',
    },
  },
  {
    roles: [['objection_handler', 'complaint_handler'], COUNCIL_ROLES],
    code: 'role.handler',
    reason: {
      nl: 'Wie bezwaren of klachten behandelt, kent namen die de ondernemingsraad niet mag zien.',
      en: 'Who handles objections or complaints knows names that the works council may not see.',
    },
  },
];

/** Every conflict between the roles of one person; none means they may be held together. */
export const conflictsOf = (roles: readonly Role[]): readonly RoleConflict[] =>
  ROLE_CONFLICTS.filter(
    ({ roles: [one, other] }) => one.some((role) => roles.includes(role)) && other.some((role) => roles.includes(role)),
  );
export const conflictReasons = (roles: readonly Role[]): readonly Reason[] =>
  conflictsOf(roles).map(({ code }) => ({ code, field: 'roles' }));
