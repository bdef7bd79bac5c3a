import type { Reason } from '../../kernel/problem.js';
import { missingReasons } from './domain/reasons.js';
import type { Gate } from './read-gate.js';

/** What stands in the way of switching a version on. */
export interface ActivationBars {
  /** Whoever does it. */
  readonly reasons: readonly Reason[];
  /** Who may not: they made the version, advised on it or decided on it. */
  readonly persons: readonly string[];
  /** Every reason why this person cannot. */
  for(personId: string): readonly Reason[];
}

/** Who made the version, gave advice, decided on it (for the employer or the council) or accepted a warning never activates it. */
const approvers = ({ version, assessment, consultation, warningsAcceptedBy }: Gate): readonly string[] => [
  version.createdBy,
  ...assessment.approvedBy,
  ...consultation.decidedBy,
  ...warningsAcceptedBy,
];

/** Under ten people one person may do it all, once a second person has confirmed what was decided. */
const ownApproval = (gate: Gate, person: string): 'activation.own-approval' | 'activation.second-person' | null => {
  if (!approvers(gate).includes(person)) return null;
  if (gate.body !== 'none') return 'activation.own-approval';
  const seconds = gate.consultation.secondPersons.filter((second) => second !== person && !approvers(gate).includes(second));
  return seconds.length > 0 ? null : 'activation.second-person';
};

export const activationBars = (gate: Gate): ActivationBars => {
  const reasons: Reason[] = [...missingReasons(gate.states)];
  if (gate.suspension) reasons.push({ code: gate.suspension.cause === 'stopped' ? 'tool.stopped' : 'tool.suspended' });
  if (gate.activation?.version_id === gate.version.id) reasons.push({ code: 'tool.active' });
  if (!gate.platformActive && !gate.version.tool.isPlatform) reasons.push({ code: 'platform.not_active' });
  const bar = (personId: string): readonly Reason[] => {
    const own = ownApproval(gate, personId);
    return own ? [{ code: own }] : [];
  };
  return {
    reasons,
    persons: [...new Set(approvers(gate))].filter((personId) => bar(personId).length > 0),
    for: (personId) => [...reasons, ...bar(personId)],
  };
};
