/** Who may open a dossier at all; which dossiers, and from which step on, the query decides. */
export const DOSSIER_READERS = [
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
  'auditor',
  'org_admin',
] as const;
