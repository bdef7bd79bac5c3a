import { type Day, dayOf } from '../../../kernel/clock.js';
import { acknowledgementLastDay, callerErasureDay, extendedRightsLastDay, rejectionLastDay, rightsLastDay } from '../../../policy/index.js';

/** What somebody outside can ask: GDPR 15 to 18 and 21. */
export const REQUEST_KINDS = ['objection', 'access', 'rectification', 'erasure', 'restriction'] as const;
export type RequestKind = (typeof REQUEST_KINDS)[number];

export type CallerActKind =
  | 'acknowledged'
  | 'set_apart'
  | 'asked'
  | 'identity_asked'
  | 'replied'
  | 'identity_confirmed'
  | 'extended'
  | 'upheld'
  | 'rejected'
  | 'withdrawn'
  | 'erased';

export interface CallerAct {
  readonly kind: CallerActKind;
  readonly at: Date;
}
export interface Lodged {
  readonly kind: RequestKind;
  readonly lodgedAt: Date;
}

/** What the handler says was done, where the request was granted. */
export const MEASURES = ['not_again', 'erased', 'recipients_told'] as const;
export type Measure = (typeof MEASURES)[number];
/** GDPR 17(1)(c) and 19: what granting a request asks for. */
const ASKED_FOR: Readonly<Record<RequestKind, readonly Measure[]>> = {
  objection: MEASURES,
  erasure: ['erased', 'recipients_told'],
  rectification: ['recipients_told'],
  restriction: ['recipients_told'],
  access: [],
};
export const measuresFor = (kind: RequestKind): readonly Measure[] => ASKED_FOR[kind];

/** How somebody can show that a recording is of him or her. A copy of an identity document is none of them. */
export const IDENTITY_WAYS = ['recorded_number', 'about_call', 'in_person'] as const;
export type IdentityWay = (typeof IDENTITY_WAYS)[number];

export type StateName = 'received' | 'acknowledged' | 'extended' | 'upheld' | 'rejected' | 'withdrawn';
export type IdentityState = 'not_asked' | 'asked' | 'answered' | 'confirmed';
export interface CallerState {
  readonly name: StateName;
  readonly dueOn: Day;
  readonly isOpen: boolean;
  readonly isOverdue: boolean;
  readonly isAcknowledgementLate: boolean;
  readonly mayExtend: boolean;
  /** While an objection is open its data lie apart (GDPR 18(1)(d)): not done yet. */
  readonly mustSetApart: boolean;
  readonly isSetApart: boolean;
  /** After a rejection: through this day the data still lie apart. */
  readonly apartUntil: Day | null;
  /** The handler asked something that the caller has not answered. */
  readonly awaitsCaller: boolean;
  readonly identity: IdentityState;
  readonly mayAskIdentity: boolean;
  readonly isErased: boolean;
}

const ENDS: readonly CallerActKind[] = ['upheld', 'rejected', 'withdrawn'];
const QUESTIONS: readonly CallerActKind[] = ['asked', 'identity_asked'];
/** Who objects or asks for restriction gets nothing that could be another's: there is nothing to check. */
const NEEDS_NO_IDENTITY: readonly RequestKind[] = ['objection', 'restriction'];

const has = (acts: readonly CallerAct[], ...kinds: readonly CallerActKind[]): boolean => acts.some(({ kind }) => kinds.includes(kind));

const nameOf = (acts: readonly CallerAct[]): StateName => {
  const end = acts.find(({ kind }) => ENDS.includes(kind));
  if (end) return end.kind as 'upheld' | 'rejected' | 'withdrawn';
  if (has(acts, 'extended')) return 'extended';
  return has(acts, 'acknowledged') ? 'acknowledged' : 'received';
};

const identityOf = (acts: readonly CallerAct[]): IdentityState => {
  const asked = acts.findIndex(({ kind }) => kind === 'identity_asked');
  if (asked < 0) return 'not_asked';
  if (has(acts, 'identity_confirmed')) return 'confirmed';
  return has(acts.slice(asked), 'replied') ? 'answered' : 'asked';
};

const dueOnOf = ({ lodgedAt }: Lodged, acts: readonly CallerAct[]): Day =>
  has(acts, 'extended') ? extendedRightsLastDay(dayOf(lodgedAt)) : rightsLastDay(dayOf(lodgedAt));

/** Where a request stands, from its acts alone (oldest first). */
export const callerState = (request: Lodged, acts: readonly CallerAct[], now: Date): CallerState => {
  const name = nameOf(acts);
  const isOpen = !has(acts, ...ENDS);
  const [today, lodgedOn] = [dayOf(now), dayOf(request.lodgedAt)];
  const dueOn = dueOnOf(request, acts);
  const identity = identityOf(acts);
  const rejected = acts.find(({ kind }) => kind === 'rejected');
  const lastSaid = acts.filter(({ kind }) => QUESTIONS.includes(kind) || kind === 'replied').at(-1);
  const isSetApart = has(acts, 'set_apart');
  return {
    name,
    dueOn,
    isOpen,
    isOverdue: isOpen && today > dueOn,
    isAcknowledgementLate: name === 'received' && today > acknowledgementLastDay(lodgedOn),
    mayExtend: isOpen && !has(acts, 'extended') && today <= rightsLastDay(lodgedOn),
    mustSetApart: isOpen && request.kind === 'objection' && !isSetApart,
    isSetApart,
    apartUntil: rejected && isSetApart ? rejectionLastDay(dayOf(rejected.at)) : null,
    awaitsCaller: isOpen && lastSaid !== undefined && lastSaid.kind !== 'replied',
    identity,
    mayAskIdentity: isOpen && identity === 'not_asked' && !NEEDS_NO_IDENTITY.includes(request.kind),
    isErased: has(acts, 'erased'),
  };
};

/** What caller and handler wrote is kept through this day, six months after the end. */
export const keptThrough = (endedAt: Date): Day => callerErasureDay(dayOf(endedAt));

const REMINDED_BEFORE = 7;
const DAY_MS = 86_400_000;
/** Whether the handler is reminded today: an objection's data do not lie apart, receipt was not confirmed in time, or the end is near. */
export const isDueForReminder = (request: Lodged, acts: readonly CallerAct[], now: Date): boolean => {
  const state = callerState(request, acts, now);
  if (!state.isOpen) return false;
  const left = (Date.parse(state.dueOn) - Date.parse(dayOf(now))) / DAY_MS;
  return state.isAcknowledgementLate || (state.mustSetApart && dayOf(now) > dayOf(request.lodgedAt)) || left <= REMINDED_BEFORE;
};
