import type { Role } from '../../../kernel/actor.js';

/** Both officers together; or, where an office is vacant, the members by majority, each from their own account. */
export type Route = 'officers' | 'members';

export interface Sitting {
  readonly chairId: string | null;
  readonly secretaryId: string | null;
  /** Holders of seats who serve now. */
  readonly members: readonly string[];
}

export const routeNow = ({ chairId, secretaryId }: Sitting): Route => (chairId !== null && secretaryId !== null ? 'officers' : 'members');

/** More than half of the members who are left, and never one person alone. */
export const membersNeeded = (members: number): number => Math.max(2, Math.floor(members / 2) + 1);

interface Person {
  readonly personId: string;
  readonly role: Role;
}
const holdsOffice = (sitting: Sitting, { personId, role }: Person): boolean =>
  (role === 'or_chair' && sitting.chairId === personId) || (role === 'or_secretary' && sitting.secretaryId === personId);

/** Why this person cannot propose this now; null when they can. Rules wait until both offices are held. */
export const keptFromProposing = (kind: 'roster' | 'rules', sitting: Sitting, person: Person): string | null => {
  if (routeNow(sitting) === 'officers') return holdsOffice(sitting, person) ? null : 'council.officers-only';
  if (kind === 'rules') return 'council.rules-need-officers';
  return sitting.members.includes(person.personId) ? null : 'council.members-only';
};

export interface WaitingChange {
  readonly kind: 'roster' | 'rules';
  readonly route: Route;
  readonly proposedBy: string;
  readonly confirmedBy: readonly string[];
}

/** Why this change can no longer take effect the way it was proposed; null when it can. */
export const overtakenBy = (change: WaitingChange, sitting: Sitting): string | null => {
  if (change.route !== routeNow(sitting)) return 'council.offices-changed';
  const officers = [sitting.chairId, sitting.secretaryId];
  if (change.route === 'officers') return officers.includes(change.proposedBy) ? null : 'council.proposer-gone';
  return sitting.members.includes(change.proposedBy) ? null : 'council.proposer-gone';
};

/** Why this person cannot confirm it; null when they can. */
export const keptFromConfirming = (change: WaitingChange, sitting: Sitting, person: Person): string | null => {
  if (change.proposedBy === person.personId) return 'council.own-proposal';
  if (change.confirmedBy.includes(person.personId)) return 'council.confirmed-by-you';
  if (change.route === 'officers') return holdsOffice(sitting, person) ? null : 'council.officers-only';
  return sitting.members.includes(person.personId) ? null : 'council.members-only';
};

/** Who said yes and still counts, the proposer among them. */
const yesses = ({ proposedBy, confirmedBy }: WaitingChange, { members }: Sitting): number =>
  new Set([proposedBy, ...confirmedBy].filter((id) => members.includes(id))).size;

export const stillNeeded = (change: WaitingChange, sitting: Sitting): number =>
  change.route === 'officers'
    ? Number(change.confirmedBy.length === 0)
    : Math.max(0, membersNeeded(sitting.members.length) - yesses(change, sitting));

const DAY_MS = 86_400_000;
/** Policy: for so long after the last officer went, the members go first. */
const MEMBERS_FIRST_DAYS = 14;
export const administratorFrom = (vacantSince: Date): Date => new Date(vacantSince.getTime() + MEMBERS_FIRST_DAYS * DAY_MS);

/** Why the administrator cannot reset the council now; null when no member can do it, or they let the time pass. */
export const keptFromReset = (sitting: Sitting, vacantSince: Date | null, now: Date): string | null => {
  if (sitting.members.length < 2) return null;
  if (sitting.chairId !== null || sitting.secretaryId !== null || vacantSince === null) return 'council.officers-there';
  return now >= administratorFrom(vacantSince) ? null : 'council.members-first';
};
