import type { Role } from '../../../kernel/actor.js';
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

export interface OpenCarriage {
  readonly isStated: boolean;
  readonly isComplete: boolean;
  readonly waitsForDpo: boolean;
  readonly waitsForCouncil: boolean;
}

/** What the gate is derived from, read in one transaction. */
export interface GateFacts {
  readonly dossier: Dossier;
  readonly evaluation: Evaluation;
  readonly checks: OwnChecks;
  readonly chain: ChainFacts;
  readonly acceptedWarnings: readonly RuleId[];
  readonly limits: CompiledLimits;
  /** The approvals of the version before, on their way to this one. */
  readonly carriage: OpenCarriage | null;
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

/** Whose act an open carriage of approvals waits for: the privacy officer's statement, then the body that set the condition. */
const carriageTurn = (carriage: OpenCarriage | null): Role | null => {
  if (!carriage || carriage.isComplete) return null;
  if (!carriage.isStated) return 'privacy_officer';
  if (carriage.waitsForDpo) return 'dpo';
  return carriage.waitsForCouncil ? 'or_chair' : null;
};

/** Where the channels stand and only the proof is missing that one person can be taken out, it is IT's turn. */
const turned = (state: RequirementState, { checks, dossier, carriage }: GateFacts): RequirementState => {
  if (!state.missing) return state;
  if (state.id === 'E12' && checks.E12 && dossier.objectionHandling?.perPersonPause === false) return { ...state, turn: 'it_admin' };
  const carrier = state.id === 'E3' ? carriageTurn(carriage) : null;
  return carrier ? { ...state, turn: carrier } : state;
};

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
