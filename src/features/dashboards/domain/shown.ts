import type { CompiledLimits } from '../../../policy/index.js';

/** The functions that a dossier can name and that are managers here. */
const MANAGERS: readonly string[] = ['manager', 'team_lead', 'leidinggevende', 'teamleider'];

/** The smallest group of the house; a condition can ask for a larger one, never for a smaller. */
export const smallestGroupOf = ({ smallestGroup }: Pick<CompiledLimits, 'smallestGroup'>, ofHouse: number): number =>
  Math.max(ofHouse, smallestGroup ?? 0);

/** Whether figures of a group of so many people may be shown. */
export const groupIsShown = (limits: Pick<CompiledLimits, 'smallestGroup'>, ofHouse: number, people: number): boolean =>
  people >= smallestGroupOf(limits, ofHouse);

/** Whether managers are among those who may look. */
export const managersMayLook = ({ viewersOnly }: Pick<CompiledLimits, 'viewersOnly'>): boolean =>
  viewersOnly === null || viewersOnly.some((role) => MANAGERS.includes(role.toLowerCase()));
