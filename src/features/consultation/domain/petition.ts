import type { Day } from '../../../kernel/clock.js';
import type { CaseFile } from './case-file.js';

/** The two grounds on which the court may give permission (WOR 27(4)). */
export const COURT_GROUNDS = ['refusal_unreasonable', 'weighty_business_reasons'] as const;
export type CourtGround = (typeof COURT_GROUNDS)[number];

/** The employer asked the subdistrict court for permission in place of a consent that was refused. */
export interface Petition {
  readonly id: string;
  readonly requestId: string;
  readonly ground: CourtGround;
  readonly filedOn: Day;
  readonly court: string;
  readonly reference: string;
  readonly fileId: string;
  readonly recordedAt: Date;
  /** When the secretary confirmed it; until then it is the director's word. */
  readonly confirmedAt: Date | null;
  readonly withdrawnAt: Date | null;
  /** What the court said, once the secretary confirmed that too. */
  readonly outcome: 'granted' | 'rejected' | null;
}

export type PetitionState = 'none' | 'unconfirmed' | 'pending' | 'granted' | 'rejected';

/** How far the newest petition on a request has come. One that was taken back is none. */
export const petitionState = (petitions: readonly Petition[], requestId: string): PetitionState => {
  const newest = petitions.findLast((one) => one.requestId === requestId && one.withdrawnAt === null);
  if (!newest) return 'none';
  if (newest.outcome) return newest.outcome;
  return newest.confirmedAt ? 'pending' : 'unconfirmed';
};

/** The petition that the court has yet to decide on. */
export const openPetition = ({ petitions }: Pick<CaseFile, 'petitions'>, requestId: string): Petition | null =>
  petitions.findLast((one) => one.requestId === requestId && one.withdrawnAt === null && one.outcome === null) ?? null;
