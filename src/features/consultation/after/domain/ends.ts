import type { Day } from '../../../../kernel/clock.js';
import type { MachineLimit } from '../../../../policy/index.js';
import { type ConfirmedReview, type Evaluation, evaluationOf } from '../../domain/evaluation.js';

/** One consent that stands, with every day on which something falls due. */
export interface StandingConsent {
  readonly decisionId: string;
  readonly requestId: string;
  readonly toolId: string;
  readonly toolName: string;
  readonly number: number;
  readonly evaluationOn: Day;
  readonly expiresOn: Day | null;
  /** Its conditions on an end or an evaluation. */
  readonly limits: readonly MachineLimit[];
  readonly reviews: readonly ConfirmedReview[];
  readonly runs: boolean;
  /** Somebody stopped it: there is nothing to evaluate until it runs again. */
  readonly isStopped: boolean;
}

const daysOf = (limits: readonly MachineLimit[], kind: 'ends_on' | 'evaluate_on'): readonly Day[] =>
  limits.flatMap((limit) => (limit.kind === kind ? [limit.value] : []));

/** The last day of a consent: of the consent itself, or of the trial that was its condition. */
export const endOf = ({ expiresOn, limits }: Pick<StandingConsent, 'expiresOn' | 'limits'>): Day | null =>
  [...(expiresOn ? [expiresOn] : []), ...daysOf(limits, 'ends_on')].sort()[0] ?? null;

export const evaluationIn = ({ evaluationOn, limits, reviews }: StandingConsent): Evaluation =>
  evaluationOf([evaluationOn, ...daysOf(limits, 'evaluate_on')], reviews);
