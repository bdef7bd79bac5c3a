import type { Dossier } from './dossier.js';

/** Whoever a tool captures and does not work here. */
export const THIRD_PARTIES: readonly string[] = ['customers', 'visitors', 'household_members', 'minors'];

export const concernsThirdParties = ({ tool }: Dossier): boolean =>
  (tool?.dataSubjects ?? []).some((subject) => THIRD_PARTIES.includes(subject));
