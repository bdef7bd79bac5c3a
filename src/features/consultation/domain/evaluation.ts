import type { Day } from '../../../kernel/clock.js';
import { dayOf } from '../../../kernel/clock.js';
import type { CouncilDecision, SentRequest } from './case-file.js';

/** What the council found of an effect report, said by one officer and confirmed by another. */
export interface ConfirmedReview {
  readonly requestId: string;
  readonly outcome: 'continue' | 'adapt' | 'stop';
  /** When the council evaluates again; null after `stop`. */
  readonly nextOn: Day | null;
  readonly confirmedAt: Date;
}

/** Where the evaluations of one consent stand. */
export interface Evaluation {
  /** The last day for the next evaluation; null when none is agreed any more. */
  readonly dueOn: Day | null;
  /** The council said stop: nothing but a new consent lets the tool go on. */
  readonly stopped: boolean;
}

const earliest = (days: readonly Day[]): Day | null =>
  days.reduce<Day | null>((first, day) => (first === null || day < first ? day : first), null);

/** A confirmed review meets the day that was due, and every earlier one. The next day is the one then agreed, or an agreed day that is still to come. */
export const evaluationOf = (agreed: readonly Day[], reviews: readonly ConfirmedReview[]): Evaluation => {
  let open = agreed;
  for (const { outcome, nextOn, confirmedAt } of reviews) {
    if (outcome === 'stop') return { dueOn: null, stopped: true };
    const due = earliest(open);
    const heldOn = dayOf(confirmedAt);
    const met = due !== null && due > heldOn ? due : heldOn;
    open = [...open.filter((day) => day > met), ...(nextOn ? [nextOn] : [])];
  }
  return { dueOn: earliest(open), stopped: false };
};

/** The days on which the council asked to evaluate: with the request, and as a condition. */
export const agreedEvaluations = (
  request: Pick<SentRequest, 'evaluationOn'> | null,
  decision: Pick<CouncilDecision, 'conditions'> | null,
): readonly Day[] => [
  ...(request ? [request.evaluationOn] : []),
  ...(decision?.conditions ?? []).flatMap(({ limit }) => (limit?.kind === 'evaluate_on' ? [limit.value] : [])),
];

/** Whether nothing is overdue on that day. */
export const isEvaluated = ({ dueOn, stopped }: Evaluation, today: Day): boolean => !stopped && (dueOn === null || today <= dueOn);
