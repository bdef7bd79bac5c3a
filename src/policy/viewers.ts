import { COUNCIL_ROLES } from '../kernel/actor.js';
import type { Dashboard } from './declarations.js';
import type { CompiledLimits } from './limits.js';

/** The functions that a dossier can name and that are managers here. */
const MANAGERS: readonly string[] = ['manager', 'team_lead', 'leidinggevende', 'teamleider'];

/** Whether managers are among those who may look. */
export const managersMayLook = ({ viewersOnly }: Pick<CompiledLimits, 'viewersOnly'>): boolean =>
  viewersOnly === null || viewersOnly.some((role) => MANAGERS.includes(role.toLowerCase()));

/** Who looks at the same figures to see what managers see, without being named: the DPO and the council. They take nothing along. */
export const watchesOver = (role: string): boolean => role === 'dpo' || COUNCIL_ROLES.some((one) => one === role);

/** Whether somebody in this role may look, where a condition names who. */
export const roleMayLook = (limits: Pick<CompiledLimits, 'viewersOnly'>, role: string): boolean => {
  if (watchesOver(role)) return true;
  return role === 'manager' ? managersMayLook(limits) : limits.viewersOnly === null || limits.viewersOnly.includes(role);
};

/** Whether a dashboard is for somebody in this role, before any condition. */
export const dashboardIsFor = ({ viewers }: Dashboard, role: string): boolean =>
  watchesOver(role) || viewers.some((viewer) => viewer === role);
