import { addDays, type Day, dayOf } from '../../../kernel/clock.js';

/** Two reminders go out, this many days apart; then the notice may be handed over on paper. */
export const REMINDER_DAYS = 4;
export const REMINDERS = 2;
const DAY_MS = 86_400_000;

export interface Delivery {
  readonly sentAt: Date;
}

/** The instant from which a notice may be handed over. It follows from the sending alone, so that it says nothing about who has read. */
export const handOverFrom = ({ sentAt }: Delivery): Date => new Date(sentAt.getTime() + (REMINDERS + 1) * REMINDER_DAYS * DAY_MS);
export const mayHandOver = (delivery: Delivery, now: Date): boolean => now >= handOverFrom(delivery);

/** A letter counts this many days after it was posted, however soon the second person said so. */
const POST_DAYS = 3;
export type Way = 'hand' | 'post';

/** The instant from which a hand-over counts that a second person has spoken for. */
export const countsFrom = ({ way, handedAt }: { readonly way: Way; readonly handedAt: Date }, witnessedAt: Date): Date => {
  const arrived = way === 'post' ? new Date(handedAt.getTime() + POST_DAYS * DAY_MS) : handedAt;
  return arrived > witnessedAt ? arrived : witnessedAt;
};

/** The first day on which somebody who was told at that instant may be measured: never the same day. */
export const measuredFrom = (toldAt: Date): Day => addDays(dayOf(toldAt), 1);

export interface HandOver {
  /** Null: the receiver alone is asked to confirm it. */
  readonly witnessAsked: string | null;
  readonly witnessedAt: Date | null;
  /** The receiver's own word. */
  readonly confirmedAt: Date | null;
  readonly disputedAt: Date | null;
  readonly settledAs: 'delivered' | 'not_delivered' | null;
}
export type HandOverState =
  'waits_for_witness' | 'waits_for_receiver' | 'stands' | 'confirmed' | 'disputed' | 'settled_delivered' | 'settled_not_delivered';

export const handOverState = ({ witnessAsked, witnessedAt, confirmedAt, disputedAt, settledAs }: HandOver): HandOverState => {
  if (settledAs) return `settled_${settledAs}`;
  if (disputedAt) return 'disputed';
  if (confirmedAt) return 'confirmed';
  if (witnessedAt) return 'stands';
  return witnessAsked === null ? 'waits_for_receiver' : 'waits_for_witness';
};
/** Whether this hand-over proves that the person was told. */
export const provesDelivery = (handOver: HandOver): boolean =>
  (handOver.confirmedAt !== null || handOver.witnessedAt !== null) &&
  ['stands', 'confirmed', 'settled_delivered'].includes(handOverState(handOver));
