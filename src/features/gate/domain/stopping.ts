import type { Role } from '../../../kernel/actor.js';

export type SuspensionCause = 'stopped' | 'drift' | 'nullity' | 'condition_broken' | 'gate_closed' | 'platform' | 'incident';

/** Each of these can stop a tool at once; stopping needs no gate (spec.md 3.3, product policy). */
export const MAY_STOP: readonly Role[] = ['hr_registrar', 'director', 'it_admin', 'dpo', 'or_chair', 'or_secretary'];

const EMPLOYER: readonly Role[] = ['hr_registrar', 'director', 'it_admin'];

/** Who may say that the reason of a suspension is gone. The body that stopped a tool is the one that lets it go on; the gate is checked again anyway. */
export const mayLift = (cause: SuspensionCause, stoppedBy: string): readonly Role[] => {
  if (cause !== 'stopped') return ['it_admin'];
  if (stoppedBy === 'or_chair' || stoppedBy === 'or_secretary') return ['or_chair', 'or_secretary'];
  if (stoppedBy === 'dpo') return ['dpo'];
  return EMPLOYER;
};

interface Stands {
  readonly cause: SuspensionCause;
  readonly by_role: string;
}

/** The council's stop weighs most, then the DPO's, then the employer's; what the system did comes last. */
const weightOf = ({ cause, by_role }: Stands): number => {
  if (cause !== 'stopped') return 3;
  if (by_role === 'or_chair' || by_role === 'or_secretary') return 0;
  return by_role === 'dpo' ? 1 : 2;
};
/** Of those that weigh the same, the order stays. */
export const foremostFirst = <T extends Stands>(standing: readonly T[]): readonly T[] =>
  standing.toSorted((one, other) => weightOf(one) - weightOf(other));
export const liftableBy = <T extends Stands>(role: string, standing: readonly T[]): readonly T[] =>
  standing.filter(({ cause, by_role }) => mayLift(cause, by_role).some((one) => one === role));

/** A stop of one's own adds something unless one weighs as much already: the employer's own stop is no reason for the council to wait with its own. */
export const mayStillStop = (role: string, standing: Stands | null): boolean =>
  MAY_STOP.some((one) => one === role) && (standing === null || weightOf({ cause: 'stopped', by_role: role }) < weightOf(standing));
