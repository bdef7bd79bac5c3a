import type { Role } from '../kernel/actor.js';
import type { Dossier } from './dossier.js';

/** Who speaks for the staff, and with which right: decides what E7 to E10 ask. `missing`: nothing can stand in its place. */
export type Body =
  | 'works_council'
  | 'works_council_claim'
  | 'staff_representation_with_consent'
  | 'staff_representation'
  | 'personnel_meeting'
  | 'none'
  | 'missing';

const COUNCIL_FROM = 50;
const MEETING_FROM = 10;

export const bodyOf = ({ organisation, representation, tool }: Dossier): Body => {
  const body = organisation?.representativeBody ?? null;
  const headcount = organisation?.headcount ?? null;
  if (body === 'or') {
    const claimed =
      (representation?.route ?? 'consent') !== 'consent' || tool?.suitableForMonitoring === false || tool?.groupScope === 'individual';
    return claimed ? 'works_council_claim' : 'works_council';
  }
  if (headcount === null || (headcount >= COUNCIL_FROM && !organisation?.worksCouncilExemptionReference)) return 'missing';
  if (body === 'pvt')
    return organisation?.staffRepresentationExtraPowers?.includes('kl') ? 'staff_representation_with_consent' : 'staff_representation';
  if (body === 'personnel_meeting') return 'personnel_meeting';
  return body === 'none' && headcount < MEETING_FROM ? 'none' : 'missing';
};

/** Whether a consultation is held at all (E8). */
export const consults = (body: Body): boolean => body !== 'works_council_claim' && body !== 'none';

/** Whose turn it is to consult, and to decide or confirm. */
export const speakersOf: Readonly<Record<Body, { readonly meeting: Role; readonly decision: Role }>> = {
  works_council: { meeting: 'or_secretary', decision: 'or_chair' },
  works_council_claim: { meeting: 'or_secretary', decision: 'or_chair' },
  staff_representation_with_consent: { meeting: 'pvt_contact', decision: 'pvt_contact' },
  staff_representation: { meeting: 'pvt_contact', decision: 'pvt_contact' },
  personnel_meeting: { meeting: 'director', decision: 'employee' },
  none: { meeting: 'director', decision: 'director' },
  missing: { meeting: 'director', decision: 'director' },
};
