import type { CaseFile } from '../../src/features/consultation/domain/case-file.js';

/** A case in which nothing was done yet. */
export const NO_CASE: CaseFile = {
  requests: [],
  meetings: [],
  decisions: [],
  finals: [],
  claims: [],
  rulings: [],
  nullities: [],
  disputes: [],
  views: [],
  personnelMeetings: [],
  comments: [],
  reviews: [],
  lights: [],
  petitions: [],
};
