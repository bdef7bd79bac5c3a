import { canonicalJson } from '../../../kernel/canonical.js';
import { addDays, type Day } from '../../../kernel/clock.js';

/** The opening of a day is a whole number of blocks of this many characters, whatever happened on it. One block holds 500 acts. */
export const BLOCK = 32_768;

/** Acts whose existence is nobody's business: they never enter a tool's timeline by name. */
const CONFIDENTIAL = /^(objection|complaint|pause|right|person|confidential)[.-]/;
export const isConfidential = (type: string): boolean => CONFIDENTIAL.test(type);

/** One day's acts as commitments, padded so that its size does not tell how many there were. */
export const paddedDay = (day: Day, commitments: readonly string[]): string => {
  const bare = { acts: [...commitments].sort(), day, kind: 'confidential.day', pad: '' };
  const length = canonicalJson(bare).length;
  return canonicalJson({ ...bare, pad: ' '.repeat(Math.ceil(length / BLOCK) * BLOCK - length) });
};

/** The days from `first` up to the day before `today`. */
export const daysToClose = (first: Day, today: Day): Day[] => {
  const days: Day[] = [];
  for (let day = first; day < today; day = addDays(day, 1)) days.push(day);
  return days;
};
