import { copiesEndAt } from '../../../policy/index.js';
import { hasMembers } from './body.js';
import type { FinalDecision } from './case-file.js';
import type { Known, Mailing } from './known.js';

export const OFFICER_CHANGE = 'officer.account-changed';

/** The 24 hours in which members can compare their own copy with what the server shows. */
export interface CopyClock {
  /** Null while a mail has yet to leave. */
  readonly endsAt: Date | null;
  readonly bounces: number;
  readonly finalMailed: boolean;
}

const endOf = (mailing: Mailing | null): Date | null =>
  mailing && mailing.recipients > 0 && mailing.handedOverAt ? copiesEndAt(mailing.handedOverAt) : null;

const laterOf = (a: Date | null, b: Date | null): Date | null => (a && b ? (a > b ? a : b) : null);

/** A change of an officer's account makes activation wait; a tool that is on already does not stop for a new password. */
const changeBefore = ({ lastOfficerChangeAt, activeSince }: Known): Date | null =>
  lastOfficerChangeAt && activeSince && lastOfficerChangeAt > activeSince ? null : lastOfficerChangeAt;

/** A bounce is shown and stops nothing: the member's own address is the member's to mend. */
export const copyClock = (known: Known, final: FinalDecision): CopyClock => {
  if (!hasMembers(known.standing.body)) return ofAnnouncement(known, final);
  const told = known.mailings.findLast(({ reference }) => reference === final.reference) ?? null;
  const changed = changeBefore(known);
  const change = changed ? (known.mailings.findLast(({ act, at }) => act === OFFICER_CHANGE && at >= changed) ?? null) : null;
  const endsAt = changed ? laterOf(endOf(told), endOf(change)) : endOf(told);
  return { endsAt, bounces: told?.bounces ?? 0, finalMailed: told?.handedOverAt != null };
};

const ofAnnouncement = (known: Known, final: FinalDecision): CopyClock => {
  const told = known.announcements.findLast(({ reference }) => reference === final.reference) ?? null;
  return { endsAt: endOf(told), bounces: told?.bounces ?? 0, finalMailed: told?.handedOverAt != null };
};

export const hasPassed = (clock: CopyClock, now: Date): boolean => clock.endsAt !== null && now >= clock.endsAt;
