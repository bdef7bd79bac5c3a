import type { Role } from '../kernel/actor.js';
import { ACT_NEEDS, type Act } from './acts.js';
import { consults, speakersOf, type Body } from './bodies.js';
import { REQUIREMENTS, type Requirement, type RequirementCode, type RequirementId } from './catalogue/requirements.catalogue.js';
import type { Dossier } from './dossier.js';
import type { Evaluation, RuleResult } from './evaluate.js';
import type { RuleId } from './rules/rule.js';

export type StateName = 'met' | 'met_with_warning' | 'blocked' | 'waiting' | 'later' | 'not_applicable';
export interface RequirementState {
  readonly id: RequirementId;
  readonly code: RequirementCode;
  readonly state: StateName;
  /** Every failing rule behind it, those that only warn among them. */
  readonly failing: readonly RuleId[];
  /** Failing rules that only warn and that nobody has accepted yet. */
  readonly unaccepted: readonly RuleId[];
  /** Whose turn it is; null when nothing is left to do. */
  readonly turn: Role | null;
  readonly missing: boolean;
}

/** The acts of the chain that were done on this version's fingerprint. */
export interface ChainFacts {
  readonly dpiaFixed: boolean;
  readonly adviceAsked: boolean;
  readonly adviceGiven: boolean;
  /** HR says that every condition of the advice is carried out; the DPO has yet to confirm. */
  readonly conditionsCarriedOut: boolean;
  readonly requestSent: boolean;
  readonly decisionRecorded: boolean;
  readonly finalDecided: boolean;
  readonly noticePublished: boolean;
}
/** The checks that requirements make beside their rules; unknown is no. (E5 asks that the advice was given.) */
export type OwnChecks = Readonly<Partial<Record<'E6' | 'E7' | 'E8' | 'E9' | 'E10' | 'E12', boolean>>>;
export type Standing = Readonly<Record<'E5' | 'E8' | 'E13' | 'E14' | 'E15', boolean>>;
export interface RequirementInput {
  readonly evaluation: Evaluation;
  readonly body: Body;
  readonly standing: Standing;
  readonly checks: OwnChecks;
  readonly chain: ChainFacts;
  /** Warnings that a named person accepted on this fingerprint. */
  readonly acceptedWarnings: readonly RuleId[];
}

const WITH_OWN_CHECK: readonly RequirementId[] = ['E6', 'E7', 'E8', 'E9', 'E10', 'E12'];

/** Which of the requirements that do not always stand do so here. What is unanswered stands. */
export const standingOf = (dossier: Dossier, body: Body): Standing => {
  const { organisation, dpia, tool, home } = dossier;
  const dpoRequired = organisation?.publicBody !== false || organisation.largeScaleCore === true;
  return {
    E5: dpoRequired || organisation?.dpoAppointed !== false,
    E8: consults(body),
    E13: dpia?.residualRisk === 'high',
    E14: tool?.ai?.classification === 'high_risk_iii_4b',
    E15: home?.enabled !== false || tool?.deviceOwnership?.includes('private') !== false,
  };
};

interface Judged {
  readonly requirement: Requirement;
  readonly stands: boolean;
  readonly met: boolean;
  readonly failing: readonly RuleResult[];
  readonly unaccepted: readonly RuleId[];
}

const judge = (requirement: Requirement, input: RequirementInput): Judged => {
  const { id, rules } = requirement;
  const failing = input.evaluation.rules.filter((rule) => rule.outcome === 'FAIL' && rules.includes(rule.id));
  const warnings = failing.filter((rule) => rule.severity === 'warns' && !rule.absolute);
  const checked = id === 'E5' ? input.chain.adviceGiven : !WITH_OWN_CHECK.includes(id) || input.checks[id as keyof OwnChecks] === true;
  return {
    requirement,
    stands: input.standing[id as keyof Standing] !== false,
    met: input.evaluation.reason === undefined && checked && warnings.length === failing.length,
    failing,
    unaccepted: warnings.map((rule) => rule.id).filter((rule) => !input.acceptedWarnings.includes(rule)),
  };
};

type Step = readonly ['blocked' | 'waiting' | 'later', Role];

/** Why a requirement of the chain is not met yet, and whose turn it is. */
const stepOf = (id: RequirementId, owner: Role, input: RequirementInput, ready: (act: Act) => boolean): Step => {
  const { chain, body } = input;
  const speakers = speakersOf[body];
  if (id === 'E5') return adviceStep(chain);
  if (id === 'E6') return conditionStep(chain);
  if (id === 'E7' && chain.requestSent) return chain.adviceGiven ? ['blocked', owner] : ['waiting', 'dpo'];
  if (id === 'E7') return [ready('send_request') ? 'blocked' : 'later', owner];
  if (id === 'E8') return [chain.requestSent ? 'waiting' : 'later', speakers.meeting];
  if (id === 'E9' && chain.decisionRecorded) return ['blocked', 'director'];
  if (id === 'E9') return [ready('record_decision') ? (body === 'missing' ? 'blocked' : 'waiting') : 'later', speakers.decision];
  if (id === 'E10' && chain.finalDecided) return ['waiting', owner];
  if (id === 'E10') return [ready('final_decision') ? 'blocked' : 'later', owner];
  if (id === 'E11' && chain.noticePublished) return ['waiting', owner];
  if (id === 'E11') return [chain.finalDecided ? 'blocked' : 'later', owner];
  if (id === 'E14') return [chain.requestSent ? 'blocked' : 'later', owner];
  return ['blocked', owner];
};
const adviceStep = (chain: ChainFacts): Step => {
  if (chain.adviceGiven) return ['blocked', 'director'];
  if (chain.adviceAsked) return ['waiting', 'dpo'];
  return [chain.dpiaFixed ? 'blocked' : 'later', 'hr_registrar'];
};
const conditionStep = (chain: ChainFacts): Step => {
  if (!chain.adviceGiven) return ['later', 'hr_registrar'];
  return chain.conditionsCarriedOut ? ['waiting', 'dpo'] : ['blocked', 'hr_registrar'];
};

/** The sixteen requirements as people see them, in their order. */
export const requirementStates = (input: RequirementInput): readonly RequirementState[] => {
  const judged = REQUIREMENTS.map((requirement) => judge(requirement, input));
  const unmet = new Set(judged.filter((one) => one.stands && !one.met).map((one) => one.requirement.id));
  const ready = (act: Act): boolean => !ACT_NEEDS[act].some((id) => unmet.has(id));
  return judged.map(({ requirement: { id, code, owner }, stands, met, failing, unaccepted }) => {
    const findings = { id, code, failing: failing.map((rule) => rule.id), unaccepted };
    if (!stands) return { ...findings, failing: [], unaccepted: [], state: 'not_applicable', turn: null, missing: false };
    if (met && failing.length === 0) return { ...findings, state: 'met', turn: null, missing: false };
    if (met)
      return {
        ...findings,
        state: 'met_with_warning',
        turn: unaccepted.length > 0 ? 'privacy_officer' : null,
        missing: unaccepted.length > 0,
      };
    const [state, turn] = stepOf(id, owner, input, ready);
    return { ...findings, state, turn, missing: true };
  });
};

/** The codes of what is missing, in their order. */
export const missingOf = (states: readonly RequirementState[]): readonly RequirementCode[] =>
  states.filter((one) => one.missing).map((one) => one.code);

/** What still keeps an act from being done. Warnings stop only activation, and only until they are accepted. */
export const unmetFor = (act: Act, states: readonly RequirementState[], chain: ChainFacts): readonly RequirementId[] => {
  if (act === 'ask_advice') return chain.dpiaFixed ? [] : ['E3'];
  if (act === 'publish_notice') return chain.finalDecided ? [] : ['E10'];
  const open = (one: RequirementState): boolean => (act === 'activate' ? one.missing : one.missing && one.state !== 'met_with_warning');
  return states.filter((one) => ACT_NEEDS[act].includes(one.id) && open(one)).map((one) => one.id);
};
