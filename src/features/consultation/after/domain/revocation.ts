import type { Day } from '../../../../kernel/clock.js';
import type { Reason } from '../../../../kernel/problem.js';

/** On these grounds a consent can be taken back: those that the law leaves, and what consent or agreement itself names. */
export const GROUNDS = ['condition_breached', 'expired', 'material_change', 'renegotiated', 'named'] as const;
export type Ground = (typeof GROUNDS)[number];
export type TypedGround = Ground | 'other';
/** Of a consent under a framework: its class holds only limits, and going over one closes the gate by itself. */
export const LIGHT_GROUNDS = ['expired', 'material_change', 'renegotiated', 'named'] as const satisfies readonly Ground[];
export type LightGround = (typeof LIGHT_GROUNDS)[number];

export interface TypedRevocation {
  readonly ground: TypedGround;
  readonly explanation: string;
  readonly conditionId: string | null;
  readonly namedWords: string | null;
}
export interface RevocationFacts {
  readonly conditions: readonly { readonly id: string; readonly kept: boolean }[];
  /** The last day of the consent; null when it has none. */
  readonly endsOn: Day | null;
  /** A later version that does other things than the one consented to. */
  readonly newerVersion: number | null;
  /** The words of the consent, its conditions, and of the agreement with the employer. */
  readonly words: readonly string[];
  readonly today: Day;
}

const SHORTEST_QUOTE = 10;
const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s“”"'’‘.,;:]+/gu, ' ')
    .trim();

const wrong = (field: string, code: string): Reason => ({ field, code: `revocation.${code}` });

const CHECKS: Readonly<Record<Ground, (typed: TypedRevocation, facts: RevocationFacts) => Reason | null>> = {
  condition_breached: ({ conditionId }, { conditions }) => {
    const condition = conditions.find(({ id }) => id === conditionId);
    if (!condition) return wrong('conditionId', 'condition-missing');
    return condition.kept ? wrong('conditionId', 'no-breach') : null;
  },
  expired: (_typed, { endsOn, today }) => (endsOn !== null && today > endsOn ? null : wrong('ground', 'not-expired')),
  material_change: (_typed, { newerVersion }) => (newerVersion === null ? wrong('ground', 'no-change') : null),
  renegotiated: () => null,
  named: ({ namedWords }, { words }) => {
    const quote = plain(namedWords ?? '');
    const named = quote.length >= SHORTEST_QUOTE && words.some((text) => plain(text).includes(quote));
    return named ? null : wrong('namedWords', 'not-named');
  },
};

/** Why a consent cannot be taken back on that ground; null when it can. The WOR knows no general right to take a consent back. */
export const whyNotRevoked = (typed: TypedRevocation, facts: RevocationFacts): Reason | null =>
  typed.ground === 'other' ? wrong('ground', 'other-ground') : CHECKS[typed.ground](typed, facts);
