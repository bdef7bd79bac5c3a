import { type Day, dayOf } from '../../../kernel/clock.js';
import { consequenceLastDay, lockLastDay } from '../../../policy/index.js';
import type { ObjectionStateName } from './objection-state.js';

/** What the handler must see done outside this system: the data lie with the tool, its supplier and whoever received them. */
export const DUTIES = ['restrict', 'erase', 'tell_recipients', 'offer_alternative'] as const;
export type Duty = (typeof DUTIES)[number];

export interface DoneDuty {
  readonly duty: Duty;
  readonly note: string;
  readonly at: Date;
}
export interface OwedDuty {
  readonly duty: Duty;
  readonly dueOn: Day;
  readonly done: DoneDuty | null;
  readonly isOverdue: boolean;
}

/** What the machine does by itself with what is stored here, whatever lies elsewhere. */
export type ByMachine =
  | { readonly kind: 'kept' | 'soon' | 'asked' }
  | { readonly kind: 'erased' | 'nothing'; readonly at: Date }
  | { readonly kind: 'held'; readonly until: Day };

interface Erased {
  readonly outcome: 'erased' | 'nothing' | 'held' | 'asked';
  readonly heldUntil: Day | null;
  readonly at: Date;
}
/** As long as nothing is decided, or a rejection still pauses, what is here only stays; upheld it goes, unless a legal hold keeps it. */
export const byMachine = (
  duty: Duty,
  state: { readonly name: ObjectionStateName; readonly isPaused: boolean },
  erased: Erased | null,
): ByMachine | null => {
  if (duty === 'restrict') return state.isPaused && state.name !== 'upheld' ? { kind: 'kept' } : null;
  if (duty !== 'erase' || state.name !== 'upheld') return null;
  if (erased === null) return { kind: 'soon' };
  const { outcome, heldUntil, at } = erased;
  if (outcome === 'asked') return { kind: 'asked' };
  return outcome === 'held' ? { kind: 'held', until: heldUntil ?? dayOf(at) } : { kind: outcome, at };
};

interface Facts {
  readonly state: ObjectionStateName;
  readonly lodgedAt: Date;
  readonly decidedAt: Date | null;
  readonly done: readonly DoneDuty[];
  readonly now: Date;
}

const UPHELD: readonly Duty[] = ['erase', 'tell_recipients', 'offer_alternative'];

/** From the start what is stored is locked (18(1)(d)); upheld it is erased, recipients are told (17, 19), and another way of working is offered. */
export const dutiesOf = ({ state, lodgedAt, decidedAt, done, now }: Facts): readonly OwedDuty[] => {
  if (state === 'converted') return [];
  const owed = (duty: Duty, dueOn: Day): OwedDuty => {
    const found = done.find((one) => one.duty === duty) ?? null;
    return { duty, dueOn, done: found, isOverdue: found === null && dayOf(now) > dueOn };
  };
  const isOver = state === 'rejected' || state === 'withdrawn';
  const locked = owed('restrict', lockLastDay(dayOf(lodgedAt)));
  const first = isOver && locked.done === null ? [] : [locked];
  if (state !== 'upheld' || decidedAt === null) return first;
  return [...first, ...UPHELD.map((duty) => owed(duty, consequenceLastDay(dayOf(decidedAt))))];
};
