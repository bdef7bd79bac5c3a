import { dayOf } from '../../../kernel/clock.js';
import type { Reason } from '../../../kernel/problem.js';
import type { ObjectionState } from './objection-state.js';
import { judgeOwnText } from './own-text.js';

export const GROUNDS = ['compelling_grounds', 'legal_claims'] as const;
export type Ground = (typeof GROUNDS)[number];

/** A decision as the handler typed it. What does not belong to it stays empty. */
export interface TypedDecision {
  readonly decision: 'upheld' | 'rejected';
  readonly reasons: string;
  readonly ground: Ground | null;
  readonly demonstration: string;
  readonly deviation: string;
  readonly alternative: string;
}
export interface DecisionFacts {
  readonly state: ObjectionState;
  /** Somebody holds the office of DPO. */
  readonly hasDpo: boolean;
  /** What the balancing test and earlier rejections already said. */
  readonly earlier: readonly string[];
  readonly now: Date;
}

const blank = (text: string): boolean => text.trim() === '';

/** Advice is asked before a rejection, and waited for five working days; it is not binding. */
const adviceMissing = ({ state: { advice }, hasDpo, now }: DecisionFacts): string | null => {
  if (!hasDpo || advice.stance !== null) return null;
  if (advice.waitsUntil === null) return 'objection.advice_first';
  return dayOf(now) <= advice.waitsUntil ? 'objection.advice_waits' : null;
};

/** The employer shows compelling grounds that outweigh this person's interests, or legal claims: else the objection is upheld (GDPR 21(1)). */
export const refusalsOf = (typed: TypedDecision, facts: DecisionFacts): readonly Reason[] => {
  const reasons: Reason[] = [];
  const refuse = (field: string, code: string): void => {
    reasons.push({ field, code });
  };
  if (blank(typed.reasons)) refuse('reasons', 'objection.needed');
  if (typed.decision === 'upheld') {
    if (blank(typed.alternative)) refuse('alternative', 'objection.needed');
    return reasons;
  }
  const missing = adviceMissing(facts);
  if (missing) refuse('decision', missing);
  if (typed.ground === null) refuse('ground', 'objection.ground_needed');
  const own = judgeOwnText(typed.demonstration, facts.earlier);
  if (own !== 'own') refuse('demonstration', own === 'short' ? 'objection.demonstration_short' : 'objection.demonstration_repeats');
  if (facts.state.advice.stance === 'uphold' && blank(typed.deviation)) refuse('deviation', 'objection.deviation_needed');
  return reasons;
};
