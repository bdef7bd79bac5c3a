import type { CompiledLimits } from '../../../policy/index.js';

/** The house's smallest group; a condition can ask for a larger one, never for a smaller. */
export const HOUSE_SMALLEST_GROUP = 10;
/** The functions that a dossier can name and that are managers here. */
const MANAGERS: readonly string[] = ['manager', 'team_lead', 'leidinggevende', 'teamleider'];

export const smallestGroupOf = ({ smallestGroup }: Pick<CompiledLimits, 'smallestGroup'>): number =>
  Math.max(HOUSE_SMALLEST_GROUP, smallestGroup ?? 0);

/** Whether figures of a group of so many people may be shown. */
export const groupIsShown = (limits: Pick<CompiledLimits, 'smallestGroup'>, people: number): boolean => people >= smallestGroupOf(limits);

/** Whether managers are among those who may look. */
export const managersMayLook = ({ viewersOnly }: Pick<CompiledLimits, 'viewersOnly'>): boolean =>
  viewersOnly === null || viewersOnly.some((role) => MANAGERS.includes(role.toLowerCase()));
