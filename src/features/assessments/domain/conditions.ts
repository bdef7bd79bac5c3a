import { KEPT_BY_PRODUCT, limitHolds, type Dossier, type MachineLimit } from '../../../policy/index.js';

export type ConditionActKind = 'carried_out' | 'refused' | 'confirmed' | 'reopened';

export interface ConditionAct {
  readonly kind: ConditionActKind;
  readonly fingerprint: string;
}
export interface AdviceCondition {
  readonly id: string;
  readonly text: string;
  readonly limit: MachineLimit | null;
  /** Oldest first. */
  readonly acts: readonly ConditionAct[];
}

/** `kept`: by a machine limit that this version keeps. */
export type ConditionState = 'open' | 'carried_out' | 'confirmed' | 'refused' | 'kept';

/** Acts on a version from which approvals do not carry to this one say nothing about it. */
const lastAct = ({ acts }: AdviceCondition, accepted: readonly string[]): ConditionActKind | null =>
  acts.filter(({ fingerprint }) => accepted.includes(fingerprint)).at(-1)?.kind ?? null;

const limitIsKept = (limit: MachineLimit, dossier: Dossier): boolean => KEPT_BY_PRODUCT.includes(limit.kind) || limitHolds(limit, dossier);

export const conditionState = (condition: AdviceCondition, accepted: readonly string[], dossier: Dossier): ConditionState => {
  const last = lastAct(condition, accepted);
  if (last === 'confirmed' || last === 'refused') return last;
  if (condition.limit && limitIsKept(condition.limit, dossier)) return 'kept';
  return last === 'carried_out' ? 'carried_out' : 'open';
};

export const isSettled = (state: ConditionState): boolean => state === 'confirmed' || state === 'refused' || state === 'kept';

/** Which act may follow in which state: HR carries out, the director refuses, the DPO confirms or reopens. */
const MAY_FOLLOW: Readonly<Record<ConditionActKind, readonly ConditionState[]>> = {
  carried_out: ['open', 'refused'],
  refused: ['open', 'carried_out'],
  confirmed: ['carried_out'],
  reopened: ['carried_out', 'confirmed'],
};
export const mayFollow = (kind: ConditionActKind, state: ConditionState): boolean => MAY_FOLLOW[kind].includes(state);
