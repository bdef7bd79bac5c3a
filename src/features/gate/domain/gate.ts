import {
  bodyOf,
  type Body,
  type ChainFacts,
  type CompiledLimits,
  type Dossier,
  type Evaluation,
  missingOf,
  type OwnChecks,
  type RequirementState,
  requirementStates,
  standingOf,
} from '../../../policy/index.js';

type RuleId = Evaluation['rules'][number]['id'];

/** What the gate is derived from, read in one transaction. */
export interface GateFacts {
  readonly dossier: Dossier;
  readonly evaluation: Evaluation;
  readonly checks: OwnChecks;
  readonly chain: ChainFacts;
  readonly acceptedWarnings: readonly RuleId[];
  readonly limits: CompiledLimits;
}

export interface Derived extends GateFacts {
  readonly body: Body;
  readonly states: readonly RequirementState[];
  /** Codes of what is missing, in their order (domain/mapping.md 1). */
  readonly missing: readonly string[];
  /** Failing rules that only warn and that nobody has accepted yet. */
  readonly unaccepted: readonly RuleId[];
  /** Nothing is missing: it may be switched on. */
  readonly open: boolean;
  /** What runs may go on: a new warning stops nothing, everything else does. */
  readonly holds: boolean;
}

/** Where the channels stand and only the proof is missing that one person can be taken out, it is IT's turn. */
const turned = (state: RequirementState, { checks, dossier }: GateFacts): RequirementState =>
  state.id === 'E12' && state.missing && checks.E12 && dossier.objectionHandling?.perPersonPause === false
    ? { ...state, turn: 'it_admin' }
    : state;

const CLOSED = ['BLOCKED', 'PROHIBITED'];

/** The states of the sixteen requirements and what follows from them. */
export const deriveGate = (facts: GateFacts): Derived => {
  const body = bodyOf(facts.dossier);
  const states = requirementStates({ ...facts, body, standing: standingOf(facts.dossier, body) }).map((state) => turned(state, facts));
  const missing = missingOf(states);
  const verdictClosed = CLOSED.includes(facts.evaluation.verdict);
  return {
    ...facts,
    body,
    states,
    missing,
    unaccepted: states.flatMap((state) => state.unaccepted),
    open: missing.length === 0 && !verdictClosed,
    holds: !verdictClosed && states.every((state) => !state.missing || state.state === 'met_with_warning'),
  };
};
