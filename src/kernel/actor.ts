/** The roles of the domain (docs/language.md). Everyone with an account is also `employee`. */
export const ROLES = [
  'employee',
  'hr_registrar',
  'privacy_officer',
  'tool_owner',
  'it_admin',
  'dpo',
  'director',
  'or_member',
  'or_chair',
  'or_secretary',
  'pvt_contact',
  'group_officer',
  'trusted_person',
  'objection_handler',
  'complaint_handler',
  'manager',
  'auditor',
  'org_admin',
] as const;
export type Role = (typeof ROLES)[number];

export const COUNCIL_ROLES: readonly Role[] = ['or_member', 'or_chair', 'or_secretary'];
export const COUNCIL_OFFICERS: readonly Role[] = ['or_chair', 'or_secretary'];

export type Language = 'nl' | 'en';

/** Who acts: one person in the one role chosen for this session. `personId` is null for the system's own jobs. */
export interface Actor {
  readonly personId: string | null;
  readonly role: Role | 'system' | 'guest' | 'agent';
  /** Every role the person holds, the chosen one among them. */
  readonly roles: readonly Role[];
  readonly language: Language;
}

export const SYSTEM: Actor = { personId: null, role: 'system', roles: [], language: 'nl' };
export const isCouncil = (actor: Actor): boolean => COUNCIL_ROLES.includes(actor.role as Role);
export const isCouncilOfficer = (actor: Actor): boolean => COUNCIL_OFFICERS.includes(actor.role as Role);
