import { COUNCIL_ROLES } from '../../../kernel/actor.js';
import type { CompiledLimits, Dashboard } from '../../../policy/index.js';

/** The functions that a dossier can name and that are managers here. */
const MANAGERS: readonly string[] = ['manager', 'team_lead', 'leidinggevende', 'teamleider'];

/** The smallest group of the house; a condition can ask for a larger one, never for a smaller. */
export const smallestGroupOf = ({ smallestGroup }: Pick<CompiledLimits, 'smallestGroup'>, ofHouse: number): number =>
  Math.max(ofHouse, smallestGroup ?? 0);

/** Whether figures of a group of so many people may be shown. */
export const groupIsShown = (limits: Pick<CompiledLimits, 'smallestGroup'>, ofHouse: number, people: number): boolean =>
  people >= smallestGroupOf(limits, ofHouse);

/** The smallest group of everything that is shown of one metric: the strictest of its dashboards counts for all of them. */
export const smallestOfMetric = (
  limits: Pick<CompiledLimits, 'smallestGroup'>,
  ofHouse: number,
  dashboards: readonly Dashboard[],
  metric: string,
): number =>
  Math.max(
    smallestGroupOf(limits, ofHouse),
    ...dashboards.filter((dashboard) => dashboard.metric === metric).map(({ smallestGroup }) => smallestGroup),
  );

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

export const isFor = ({ viewers }: Dashboard, role: string): boolean => watchesOver(role) || viewers.some((viewer) => viewer === role);
