import { type CompiledLimits, roleMayLook } from '../../../policy/index.js';

export interface Standing {
  readonly suspension: { readonly cause: string } | null;
  readonly activation: object | null;
  readonly holds: boolean;
  readonly platformActive: boolean;
  readonly limits: Pick<CompiledLimits, 'viewersOnly'>;
}
/** Why nothing is shown: the tool does not run, a requirement fails, Countersign itself is not approved, or a condition keeps this role out. */
export type Closed = 'suspended' | 'requirement' | 'platform' | 'viewers';

export const closedFor = ({ suspension, activation, holds, platformActive, limits }: Standing, role: string): Closed | null => {
  if (suspension) return 'suspended';
  if (!platformActive) return 'platform';
  if (!holds || !activation) return 'requirement';
  return roleMayLook(limits, role) ? null : 'viewers';
};

export const isClosed = (gate: Standing, role: string): boolean => closedFor(gate, role) !== null;
