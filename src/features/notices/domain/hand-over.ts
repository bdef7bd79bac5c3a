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

export interface HandOver {
  readonly witnessedAt: Date | null;
  readonly disputedAt: Date | null;
  readonly settledAs: 'delivered' | 'not_delivered' | null;
}
export type HandOverState = 'waits_for_witness' | 'stands' | 'disputed' | 'settled_delivered' | 'settled_not_delivered';

export const handOverState = ({ witnessedAt, disputedAt, settledAs }: HandOver): HandOverState => {
  if (settledAs) return `settled_${settledAs}`;
  if (disputedAt) return 'disputed';
  return witnessedAt ? 'stands' : 'waits_for_witness';
};
/** Whether this hand-over proves that the person was told. */
export const provesDelivery = (handOver: HandOver): boolean =>
  handOver.witnessedAt !== null && ['stands', 'settled_delivered'].includes(handOverState(handOver));
