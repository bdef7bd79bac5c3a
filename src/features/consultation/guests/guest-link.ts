/** How long a link may be chosen to last, in days. */
export const LINK_DAYS = ['7', '14', '30', '60', '90'] as const;
export const OPEN_LINKS_PER_CASE = 10;
const DAY_MS = 86_400_000;

export interface GuestLinkRow {
  readonly id: string;
  readonly requestId: string;
  readonly madeFor: string;
  readonly madeBy: string;
  readonly madeAt: Date;
  readonly expiresAt: Date;
  readonly endedAt: Date | null;
  /** Visits: when the first and the last began, and how many there were. */
  readonly visits: number;
  readonly lastOpenedAt: Date | null;
}

export const expiryOf = (madeAt: Date, days: number): Date => new Date(madeAt.getTime() + days * DAY_MS);

/** Open until the very instant at which it expires, and not a moment after it was taken back. */
export const isOpen = (link: Pick<GuestLinkRow, 'expiresAt' | 'endedAt'>, now: Date): boolean =>
  link.endedAt === null && now < link.expiresAt;

export const linkState = (link: Pick<GuestLinkRow, 'expiresAt' | 'endedAt'>, now: Date): 'open' | 'ended' | 'expired' => {
  if (link.endedAt) return 'ended';
  return isOpen(link, now) ? 'open' : 'expired';
};

const VISIT_MS = 15 * 60_000;
/** One visit, however many pages are opened in it. */
export const beginsVisit = (lastOpenedAt: Date | null, now: Date): boolean =>
  lastOpenedAt === null || now.getTime() - lastOpenedAt.getTime() >= VISIT_MS;
