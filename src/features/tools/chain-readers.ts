import type { Allowed } from '../../platform/http/index.js';

/** Everyone who has a part in the chain of a tool, and the auditor. */
export const CHAIN_READERS = [
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
  'auditor',
] as const satisfies readonly Allowed[];
