import { type Day, dayOf } from '../../../kernel/clock.js';
import { extendedRightsLastDay, rejectionLastDay, rightsLastDay } from '../../../policy/index.js';

export const OUTCOMES = ['granted', 'partly', 'refused'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export const RECIPIENTS = ['told', 'none', 'impossible'] as const;
/** GDPR 19: whoever got the data hears of its rectification, erasure or restriction. */
export type Recipients = (typeof RECIPIENTS)[number];

const TELLS_RECIPIENTS: readonly string[] = ['rectification', 'erasure', 'restriction'];

/** What happened to a request so far. */
export interface RightActs {
  readonly kind: string;
  readonly lodgedAt: Date;
  readonly extendedAt: Date | null;
  readonly outcome: Outcome | null;
  readonly answeredAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly liftsOn: Day | null;
  readonly liftedAt: Date | null;
  /** Why a restriction ends; null while nobody decided that. */
  readonly liftReason: string | null;
}

export type RightStateName = 'open' | 'extended' | 'granted' | 'partly' | 'refused' | 'answered' | 'withdrawn';
export interface RightState {
  readonly name: RightStateName;
  /** GDPR 12(3): one month after receipt, or three when it was extended. */
  readonly dueOn: Day;
  readonly isOpen: boolean;
  readonly isOverdue: boolean;
  readonly mayExtend: boolean;
  /** Whether the person is not measured because of this request. */
  readonly isPaused: boolean;
  /** The first day on which measuring may start again, once the person was told. */
  readonly liftsOn: Day | null;
  /** It was decided that the restriction ends, and the person has not heard yet: nothing may be lifted. */
  readonly isUntold: boolean;
  /** A restriction that was granted and goes on: the handler may say when it ends. */
  readonly mayLift: boolean;
}

const nameOf = ({ outcome, answeredAt, withdrawnAt, extendedAt }: RightActs): RightStateName => {
  if (withdrawnAt) return 'withdrawn';
  if (answeredAt) return outcome ?? 'answered';
  return extendedAt ? 'extended' : 'open';
};

export const firstDueOn = (lodgedAt: Date): Day => rightsLastDay(dayOf(lodgedAt));
export const extendedDueOn = (lodgedAt: Date): Day => extendedRightsLastDay(dayOf(lodgedAt));
/** GDPR 18(3): the person is told before a restriction is lifted; the first day on which it may be, when told at `now`. */
export const liftedAfter = (now: Date): Day => rejectionLastDay(dayOf(now));

/** Whether an answer must say that recipients were told. */
export const mustTellRecipients = (kind: string, outcome: Outcome): boolean => outcome !== 'refused' && TELLS_RECIPIENTS.includes(kind);

/** Where a request stands. */
export const rightState = (request: RightActs, now: Date): RightState => {
  const name = nameOf(request);
  const isOpen = name === 'open' || name === 'extended';
  const dueOn = request.extendedAt ? extendedDueOn(request.lodgedAt) : firstDueOn(request.lodgedAt);
  const today = dayOf(now);
  const isPaused = request.kind === 'restriction' && !request.withdrawnAt && !request.liftedAt;
  return {
    name,
    dueOn,
    isOpen,
    isOverdue: isOpen && today > dueOn,
    mayExtend: name === 'open' && today <= dueOn,
    isPaused,
    liftsOn: isPaused ? request.liftsOn : null,
    isUntold: isPaused && request.liftReason !== null && request.liftsOn === null,
    mayLift: isPaused && !isOpen && request.liftReason === null && request.liftsOn === null,
  };
};
