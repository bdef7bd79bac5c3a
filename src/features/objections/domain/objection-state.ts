import type { Day } from '../../../kernel/clock.js';
import { dayOf, daysBetween } from '../../../kernel/clock.js';
import {
  acknowledgementLastDay,
  extendedRightsLastDay,
  objectionAdviceLastDay,
  rejectionLastDay,
  rightsLastDay,
} from '../../../policy/index.js';

const ACT_KINDS = [
  'acknowledged',
  'asked',
  'answered',
  'advice_asked',
  'advised',
  'extended',
  'upheld',
  'rejected',
  'told',
  'withdrawn',
  'note',
  'restriction_lifted',
] as const;
export type ActKind = (typeof ACT_KINDS)[number];
/** Why a term was extended, what the DPO advises, on which ground an objection is rejected. */
export type ActDetail = 'complexity' | 'number' | 'uphold' | 'reject' | 'compelling_grounds' | 'legal_claims';

export interface ObjectionAct {
  readonly kind: ActKind;
  readonly at: Date;
  /** For a rejection that was told: the first day on which measuring may start again. */
  readonly effectiveOn: Day | null;
  readonly detail?: ActDetail | null;
}
export interface Lodged {
  readonly lodgedAt: Date;
  readonly converted: boolean;
}

export type ObjectionStateName = 'received' | 'acknowledged' | 'extended' | 'upheld' | 'rejected' | 'withdrawn' | 'converted';
export interface ObjectionState {
  readonly name: ObjectionStateName;
  /** The legal date: one month after receipt, or three when it was extended. */
  readonly dueOn: Day;
  readonly isOpen: boolean;
  readonly isOverdue: boolean;
  /** Whether the person is not measured because of this objection. */
  readonly isPaused: boolean;
  /** After a rejection that still pauses: the first day on which measuring may start again. */
  readonly liftsOn: Day | null;
  readonly mayExtend: boolean;
  /** Receipt is confirmed on this day at the latest. */
  readonly acknowledgeBy: Day;
  readonly isAcknowledged: boolean;
  /** A rejection that the person was not told yet: nothing may be lifted. */
  readonly isUntold: boolean;
  /** The handler may ask once; the person need not answer. */
  readonly mayAsk: boolean;
  readonly mayAnswer: boolean;
  readonly advice: Advice;
}
/** What the DPO was asked and said. */
export interface Advice {
  readonly askedAt: Date | null;
  readonly stance: 'uphold' | 'reject' | null;
  /** Until this day the handler waits for it. */
  readonly waitsUntil: Day | null;
}

/** A rejection is told at least this many days before measuring may start again. */
const TOLD_BEFORE_DAYS = 7;
const DAY_MS = 86_400_000;
/** The house's own, earlier date: after this many days the handler is reminded. */
const HOUSE_DAYS = 30;
const EXTENDED_HOUSE_DAYS = 90;

/** GDPR 12(3): one month, and two more for complexity or number. Reckoned by Regulation 1182/71. */
export const firstDueOn = (lodgedAt: Date): Day => rightsLastDay(dayOf(lodgedAt));
export const extendedDueOn = (lodgedAt: Date): Day => extendedRightsLastDay(dayOf(lodgedAt));

const DECISIVE: readonly ActKind[] = ['upheld', 'rejected', 'withdrawn'];
const last = (acts: readonly ObjectionAct[], ...kinds: readonly ActKind[]): ObjectionAct | undefined =>
  acts.filter(({ kind }) => kinds.includes(kind)).at(-1);

const nameOf = (objection: Lodged, acts: readonly ObjectionAct[]): ObjectionStateName => {
  if (objection.converted) return 'converted';
  const decision = last(acts, ...DECISIVE);
  if (decision) return decision.kind as 'upheld' | 'rejected' | 'withdrawn';
  if (last(acts, 'extended')) return 'extended';
  return last(acts, 'acknowledged') ? 'acknowledged' : 'received';
};

/** The act that told a person of the rejection: the decision itself where it could be mailed, else the reading of it or a conversation. */
export const tellingOf = (acts: readonly ObjectionAct[]): ObjectionAct | undefined =>
  acts.filter(({ kind, effectiveOn }) => (kind === 'rejected' || kind === 'told') && effectiveOn !== null).at(-1);

const adviceOf = (acts: readonly ObjectionAct[]): Advice => {
  const askedAt = last(acts, 'advice_asked')?.at ?? null;
  const stance = last(acts, 'advised')?.detail;
  return {
    askedAt,
    stance: stance === 'uphold' || stance === 'reject' ? stance : null,
    waitsUntil: askedAt && objectionAdviceLastDay(dayOf(askedAt)),
  };
};

/** Where an objection stands, from its acts alone (oldest first). */
export const objectionState = (objection: Lodged, acts: readonly ObjectionAct[], now: Date): ObjectionState => {
  const name = nameOf(objection, acts);
  const isOpen = ['received', 'acknowledged', 'extended'].includes(name);
  const extended = last(acts, 'extended') !== undefined;
  const dueOn = extended ? extendedDueOn(objection.lodgedAt) : firstDueOn(objection.lodgedAt);
  const today = dayOf(now);
  const isPaused = !objection.converted && !last(acts, 'withdrawn', 'restriction_lifted');
  return {
    name,
    dueOn,
    isOpen,
    isOverdue: isOpen && today > dueOn,
    isPaused,
    liftsOn: name === 'rejected' && isPaused ? (tellingOf(acts)?.effectiveOn ?? null) : null,
    mayExtend: isOpen && !extended && today <= firstDueOn(objection.lodgedAt),
    acknowledgeBy: acknowledgementLastDay(dayOf(objection.lodgedAt)),
    isAcknowledged: last(acts, 'acknowledged') !== undefined,
    isUntold: name === 'rejected' && tellingOf(acts) === undefined,
    mayAsk: isOpen && last(acts, 'asked') === undefined,
    mayAnswer: isOpen && last(acts, 'asked') !== undefined && last(acts, 'answered') === undefined,
    advice: adviceOf(acts),
  };
};

/** The first day on which measuring may start again when a rejection is told at `now`. */
export const restrictionEndsOn = (now: Date): Day => rejectionLastDay(dayOf(now));

/** Whether a rejection's restriction may be lifted: the day that was told has come, and seven whole days have passed since the telling. */
export const mayLift = (rejection: ObjectionAct, now: Date): boolean =>
  rejection.effectiveOn !== null &&
  dayOf(now) >= rejection.effectiveOn &&
  now.getTime() - rejection.at.getTime() >= TOLD_BEFORE_DAYS * DAY_MS;

/** Whether the house's own date for an open objection has come, so that its handler is reminded. */
export const isDueForReminder = (objection: Lodged, acts: readonly ObjectionAct[], now: Date): boolean => {
  const state = objectionState(objection, acts, now);
  const house = last(acts, 'extended') ? EXTENDED_HOUSE_DAYS : HOUSE_DAYS;
  return state.isOpen && daysBetween(dayOf(objection.lodgedAt), dayOf(now)) >= house - 7;
};
