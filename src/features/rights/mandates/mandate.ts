/** How long somebody may be asked to act for one, in days. */
export const MANDATE_DAYS = ['30', '90', '180', '365'] as const;
export const OPEN_MANDATES = 5;
const DAY_MS = 86_400_000;

export interface Mandate {
  readonly id: string;
  readonly personId: string;
  readonly kind: 'adviser' | 'outside';
  readonly adviserId: string | null;
  /** Whom the person named, in the person's own words; empty for an adviser. */
  readonly madeFor: string;
  readonly givenAt: Date;
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
  readonly endedBy: 'person' | 'representative' | null;
}

export const expiryOf = (givenAt: Date, days: number): Date => new Date(givenAt.getTime() + days * DAY_MS);

/** Holds until the very instant at which it expires, and not a moment after it was taken back. */
export const holds = ({ expiresAt, endedAt }: Pick<Mandate, 'expiresAt' | 'endedAt'>, now: Date): boolean =>
  endedAt === null && now < expiresAt;

export const mandateState = (mandate: Pick<Mandate, 'expiresAt' | 'endedAt'>, now: Date): 'open' | 'ended' | 'expired' => {
  if (mandate.endedAt) return 'ended';
  return holds(mandate, now) ? 'open' : 'expired';
};
