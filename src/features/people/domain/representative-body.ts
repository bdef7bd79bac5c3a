export type Body = 'or' | 'pvt' | 'personnel_meeting' | 'none';

export interface Bodies {
  /** Chair and secretary have both accepted, and both officers have not ended the council since. */
  readonly council: boolean;
  /** Two contacts of the staff representation have accepted. */
  readonly staffRepresentation: boolean;
  readonly headcount: number | null;
}

const COUNCIL_FROM = 50;
const MEETING_FROM = 10;

/** Which body speaks for the staff (WOR 2, 35b, 35c, 35d). `none` from 50 on means: nothing stands in the council's place. */
export const representativeBodyOf = ({ council, staffRepresentation, headcount }: Bodies): Body | null => {
  if (council) return 'or';
  if (staffRepresentation) return 'pvt';
  if (headcount === null) return null;
  return headcount >= MEETING_FROM && headcount < COUNCIL_FROM ? 'personnel_meeting' : 'none';
};
