import type {
  CaseFile,
  Claim,
  Condition,
  CouncilDecision,
  FinalDecision,
  Meeting,
  Nullity,
  Route,
  Ruling,
  SentRequest,
} from './case-file.js';
import type { Day } from '../../../kernel/clock.js';
import { limitHolds, type Dossier } from '../../../policy/index.js';
import type { Standing } from './body.js';
import { wordOf } from './takeover.js';

export const isPositive = (decision: CouncilDecision | null): decision is CouncilDecision =>
  decision !== null && wordOf(decision) !== 'refused';
export const isConfirmed = (decision: CouncilDecision): boolean =>
  decision.confirmedAt !== null && decision.rejectedAt === null && !decision.revokedAt;
const bothSides = ({ side, confirmedAt, councilConfirmedAt }: Meeting): boolean =>
  confirmedAt !== null && (side !== 'employer' || Boolean(councilConfirmedAt));
const isUsable = (meeting: Meeting): boolean =>
  bothSides(meeting) && meeting.presentCouncil.trim() !== '' && meeting.presentEmployer.trim() !== '';

/** Confirmed by the other officer; a decision that waits for confirmation, or was sent back, decides nothing. */
export const decisionOn = (file: CaseFile, requestId: string): CouncilDecision | null =>
  file.decisions.filter((decision) => decision.requestId === requestId && isConfirmed(decision)).at(-1) ?? null;

/** Recorded, and neither confirmed nor sent back. */
export const pendingDecisionOn = (file: CaseFile, requestId: string): CouncilDecision | null =>
  file.decisions.find((decision) => decision.requestId === requestId && !decision.confirmedAt && !decision.rejectedAt) ?? null;

/** The request in hand. A newer one does not undo a consent that stands: it takes over when it is decided. */
export const requestInHand = (file: CaseFile): SentRequest | null => {
  const standing = file.requests.filter(({ withdrawnAt }) => withdrawnAt === null);
  const newest = standing.at(-1) ?? null;
  if (!newest || decisionOn(file, newest.id)) return newest;
  return standing.filter(({ id }) => isPositive(decisionOn(file, id))).at(-1) ?? newest;
};

export const meetingsOn = (file: CaseFile, request: SentRequest | null): readonly Meeting[] =>
  request ? file.meetings.filter((meeting) => meeting.requestId === request.id && isUsable(meeting)) : [];

/** A claim stands from its making until a request is sent after it. */
export const claimInHand = (file: CaseFile): Claim | null => {
  const claim = file.claims.at(-1) ?? null;
  const request = file.requests.filter(({ withdrawnAt }) => withdrawnAt === null).at(-1);
  return claim && !(request && request.sentAt > claim.claimedAt) ? claim : null;
};

export const routeOf = (claim: Claim | null): Route => claim?.route ?? 'consent';

/** The last instant at which all who must confirm a claim had done so, each a person of their own; null while one is missing. */
export const claimConfirmedAt = (claim: Claim | null, standing: Standing, everyoneToldAt: Date | null): Date | null => {
  if (!claim) return null;
  const others = claim.confirmations.filter(({ byPerson }) => byPerson !== claim.claimedBy);
  const by = (...roles: readonly string[]) => others.filter(({ byRole }) => roles.includes(byRole));
  switch (standing.body) {
    case 'or':
    case 'cor':
    case 'gor':
      return bothOf(by('or_chair'), by('or_secretary'));
    case 'pvt':
      return bothOf(by('pvt_contact'), by('pvt_contact'));
    case 'personnel_meeting':
      return bothOf(by('employee'), by('employee'));
    case 'none':
      return standing.dpoAppointed ? (by('dpo')[0]?.at ?? null) : everyoneToldAt;
  }
};

const bothOf = (first: readonly { byPerson: string; at: Date }[], second: readonly { byPerson: string; at: Date }[]): Date | null => {
  for (const one of first) {
    const other = second.find(({ byPerson }) => byPerson !== one.byPerson);
    if (other) return one.at > other.at ? one.at : other.at;
  }
  return null;
};

export const confirmedRuling = (file: CaseFile, kind: Ruling['kind']): Ruling | null =>
  file.rulings.filter((ruling) => ruling.kind === kind && ruling.confirmedAt !== null).at(-1) ?? null;
export const grantedRuling = (file: CaseFile, kind: 'permission' | 'exemption'): Ruling | null => {
  const ruling = confirmedRuling(file, kind);
  return ruling?.outcome === 'granted' && (kind === 'exemption' || ruling.ground !== null) ? ruling : null;
};

/** What the employer decided on this consent (or court permission), or, where nobody has a consent right, its decision to introduce. */
export const finalInHand = (
  file: CaseFile,
  decision: CouncilDecision | null,
  ruling: Ruling | null,
  needsConsent: boolean,
): FinalDecision | null =>
  file.finals
    .filter((final) => {
      if (!needsConsent) return final.kind === 'introduction';
      if (final.kind !== 'final_decision') return false;
      return isPositive(decision) ? final.decisionId === decision.id : ruling !== null && final.rulingId === ruling.id;
    })
    .at(-1) ?? null;

/** An invocation without an end that lets the tool go on comes first: one is enough. */
export const nullityInHand = (file: CaseFile): Nullity | null =>
  file.nullities.find(({ endedAs }) => endedAs === null || endedAs === 'upheld') ?? file.nullities.at(-1) ?? null;

/** A promise counts until its day has passed, after it only on the council's word, and never once the council says it is broken. */
export const isFulfilled = (condition: Condition, dossier: Dossier, today: Day): boolean => {
  if (condition.limit) return limitHolds(condition.limit, { ...dossier, today });
  if (condition.finding === 'broken') return false;
  return condition.finding === 'kept' || (condition.dueOn !== null && today <= condition.dueOn);
};
