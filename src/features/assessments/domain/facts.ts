import { dayOf, type Day } from '../../../kernel/clock.js';
import type { Dossier } from '../../../policy/index.js';
import { compileLimits } from '../../../policy/index.js';
import { type AdviceCondition, conditionState, type ConditionState, isSettled } from './conditions.js';
import { type Grade, residualRisk, type LoweredRisk } from './residual-risk.js';
import { finishedParts } from './sections.js';

export interface DpiaInput {
  /** The version's own fingerprint. */
  readonly fingerprint: string;
  /** The fixing on this fingerprint, or on one from which approvals carry to it. */
  readonly fixing: { readonly reviewDue: Day } | null;
  /** The last fixing of the tool on any other fingerprint. */
  readonly earlier: { readonly fingerprint: string } | null;
  readonly finished: readonly string[];
  readonly highestRest: Grade | null;
  readonly lowered: LoweredRisk | null;
  /** What was answered for the version itself. */
  readonly answers: NonNullable<Dossier['dpia']>;
  /** The evaluation day that the DPO made a condition. */
  readonly evaluateOn: Day | null;
}
type DpiaFacts = Required<NonNullable<Dossier['dpia']>>;

const earlierOf = (a: Day, b: Day | null): Day => (b !== null && b < a ? b : a);

export const dpiaFacts = (input: DpiaInput): DpiaFacts => {
  const { fixing, fingerprint } = input;
  const parts = fixing ? { description: true, necessity: true, risks: true, measures: true } : finishedParts(input.finished);
  return {
    done: fixing !== null,
    versionHash: fixing ? fingerprint : (input.earlier?.fingerprint ?? null),
    ...parts,
    viewsSought: input.answers.viewsSought ?? null,
    residualRisk: residualRisk(input.highestRest, input.lowered),
    priorConsultation: input.answers.priorConsultation ?? null,
    reviewDue: fixing ? earlierOf(fixing.reviewDue, input.evaluateOn) : null,
  };
};

export interface AdviceInput {
  readonly fingerprint: string;
  readonly accepted: readonly string[];
  readonly request: { readonly askedAt: Date } | null;
  readonly advice: {
    readonly advice: 'positive' | 'conditional' | 'negative';
    readonly advisedAt: Date;
    readonly conditions: readonly AdviceCondition[];
  } | null;
  readonly deviationReason: string | null;
  /** The version's own part of the dossier, for the limits. */
  readonly dossier: Dossier;
  /** A DPO must be asked, or there is one. */
  readonly dpoStands: boolean;
}
type AdviceFacts = Required<NonNullable<Dossier['dpoAdvice']>>;

export interface AdviceOutcome {
  readonly dpoAdvice: AdviceFacts;
  readonly states: readonly ConditionState[];
  readonly conditionsSettled: boolean;
  readonly conditionsCarriedOut: boolean;
}

export const adviceFacts = (input: AdviceInput): AdviceOutcome => {
  const { advice, request } = input;
  const conditions = advice?.conditions ?? [];
  const states = conditions.map((one) => conditionState(one, input.accepted, input.dossier));
  return {
    dpoAdvice: {
      advice: advice?.advice ?? null,
      versionHash: advice ? input.fingerprint : null,
      deviationReason: advice?.advice === 'negative' ? input.deviationReason : null,
      requestedOn: request ? dayOf(request.askedAt) : null,
      advisedOn: advice ? dayOf(advice.advisedAt) : null,
      conditions: conditions.map(({ text }) => text),
    },
    states,
    conditionsSettled: advice ? states.every(isSettled) : !input.dpoStands,
    conditionsCarriedOut: advice !== null && states.length > 0 && states.every((state) => isSettled(state) || state === 'carried_out'),
  };
};

/** The limits that the DPO set and nobody refused. */
export const standingLimits = (conditions: readonly AdviceCondition[], states: readonly ConditionState[]) =>
  conditions.flatMap(({ limit }, at) => (limit !== null && states[at] !== 'refused' ? [limit] : []));
export const evaluationDay = (limits: ReturnType<typeof standingLimits>): Day | null => compileLimits(limits).evaluateOn;
