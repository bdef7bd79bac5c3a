import type { Day } from '../../../kernel/clock.js';
import { dayOf, daysBetween } from '../../../kernel/clock.js';
import { extendedRightsLastDay, rejectionLastDay, rightsLastDay } from '../../../policy/index.js';

const ACT_KINDS = ['acknowledged', 'extended', 'upheld', 'rejected', 'withdrawn', 'note', 'restriction_lifted'] as const;
export type ActKind = (typeof ACT_KINDS)[number];

export interface ObjectionAct {
  readonly kind: ActKind;
  readonly at: Date;
  /** For a rejection: the first day on which measuring may start again. */
  readonly effectiveOn: Day | null;
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
    liftsOn: name === 'rejected' && isPaused ? (last(acts, 'rejected')?.effectiveOn ?? null) : null,
    mayExtend: isOpen && !extended && today <= firstDueOn(objection.lodgedAt),
  };
};

/** The first day on which measuring may start again when a rejection is told at `now`. */
export const restrictionEndsOn = (now: Date): Day => rejectionLastDay(dayOf(now));

/** Whether a rejection's restriction may be lifted: its day has come, and seven whole days have passed since it was told. */
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
