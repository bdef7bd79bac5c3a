import type { Actor, Role } from '../../../../kernel/actor.js';
import { SMALLEST_GROUP_EVER, USUAL_SMALLEST_GROUP } from '../../../../policy/index.js';

export const LIGHT_CLASSES = ['none', 'green', 'green_and_amber'] as const;
export type LightClasses = (typeof LIGHT_CLASSES)[number];
const LARGEST_SMALLEST_GROUP = 100;
export const LONGEST_COPIES = 300;

/** What the agreement names, and only both sides change once it is recorded. */
export interface AgreedSettings {
  readonly smallestGroup: number;
  readonly copiesKeptBy: string;
  readonly lightClasses: LightClasses;
}
export const usualSettings = (copiesKeptBy: string): AgreedSettings => ({
  smallestGroup: USUAL_SMALLEST_GROUP,
  copiesKeptBy,
  lightClasses: 'none',
});

export const isSmallestGroup = (value: number): boolean =>
  Number.isInteger(value) && value >= SMALLEST_GROUP_EVER && value <= LARGEST_SMALLEST_GROUP;

export type AgreementBody = 'or' | 'pvt';
const OFFICERS: Readonly<Record<AgreementBody, readonly Role[]>> = { or: ['or_chair', 'or_secretary'], pvt: ['pvt_contact'] };
const MEMBERS: Readonly<Record<AgreementBody, readonly Role[]>> = { or: ['or_member', 'or_chair', 'or_secretary'], pvt: ['pvt_contact'] };

/** For which side somebody signs; null for everyone who signs for neither. */
export const sideOf = (actor: Pick<Actor, 'role'>, body: AgreementBody): 'employer' | 'body' | null => {
  if (actor.role === 'director') return 'employer';
  return OFFICERS[body].some((role) => role === actor.role) ? 'body' : null;
};
/** Who reads what was proposed and is not recorded yet. */
export const seesProposals = (actor: Pick<Actor, 'role'>, body: AgreementBody): boolean =>
  actor.role === 'director' || MEMBERS[body].some((role) => role === actor.role);

export interface Signature {
  readonly byPerson: string;
  readonly byRole: string;
  readonly at: Date;
}
const OFFICERS_NEEDED = 2;
const byDirector = ({ byRole }: Signature): boolean => byRole === 'director';

/** How many of each side must still record it. */
export const stillWaiting = (signatures: readonly Signature[]): { readonly director: number; readonly officers: number } => ({
  director: signatures.some(byDirector) ? 0 : 1,
  officers: Math.max(0, OFFICERS_NEEDED - signatures.filter((one) => !byDirector(one)).length),
});
export const isRecorded = (signatures: readonly Signature[]): boolean => {
  const { director, officers } = stillWaiting(signatures);
  return director + officers === 0;
};

/** Why this person cannot record it now, or null. Two officers are two people, each from the own account. */
export const keptFromSigning = (signatures: readonly Signature[], personId: string, side: 'employer' | 'body'): string | null => {
  if (signatures.some(({ byPerson }) => byPerson === personId)) return 'agreement.recorded-by-you';
  const waiting = stillWaiting(signatures);
  return (side === 'employer' ? waiting.director : waiting.officers) === 0 ? 'agreement.side-done' : null;
};

export const sameSettings = (a: AgreedSettings, b: AgreedSettings): boolean =>
  a.smallestGroup === b.smallestGroup && a.copiesKeptBy === b.copiesKeptBy && a.lightClasses === b.lightClasses;
