import { Problem } from '../../kernel/problem.js';
import type { Checked, LineCheck } from './domain/check-lines.js';
import { linesIn, MOST_LINES } from './domain/read-lines.js';

/** What became of a batch: how many lines were taken in, and which were not, by reason. A type, so that it is JSON as it stands. */
export type BatchAnswer = {
  readonly batchId: string;
  readonly accepted: number;
  readonly refused: number;
  readonly reasons: readonly { readonly code: string; readonly count: number; readonly lines: readonly number[] }[];
};

const NEWLINE = 10;
/** A body of nothing but newlines is not gone through for ever. */
const MOST_COUNTED = 100_000;
/** How many lines a body has, also when that is more than a batch may have; of more than 100,000, empty ones among them, at least so many. */
export const countLines = (body: Buffer): number => {
  let [lines, from, seen] = [0, 0, 0];
  for (let at = body.indexOf(NEWLINE); at >= 0 && seen < MOST_COUNTED; at = body.indexOf(NEWLINE, from)) {
    if (at > from) lines += 1;
    from = at + 1;
    seen += 1;
  }
  return from < body.length && seen < MOST_COUNTED ? lines + 1 : lines;
};

/** Looked at before the lines are taken apart: four million empty ones fit into a body. */
const isTooMany = (body: Buffer): boolean => {
  let [lines, at] = [1, body.indexOf(NEWLINE)];
  for (; at >= 0 && at < body.length - 1 && lines <= MOST_LINES; at = body.indexOf(NEWLINE, at + 1)) lines += 1;
  return lines > MOST_LINES;
};

/** The lines of a body. @throws Problem when there are none, or too many */
export const linesOf = (body: Buffer): readonly string[] => {
  const lines = isTooMany(body) ? null : linesIn(body.toString('utf8'));
  if (lines === null) throw new Problem(413, 'batch.too-many');
  if (lines.length === 0) throw new Problem(400, 'batch.empty');
  return lines;
};
/** All of its lines looked at, for where one line can rule out another. */
export const all = (check: LineCheck): Checked => {
  for (const part of check.parts()) void part;
  return check.checked;
};
export const reasonsOf = ({ refused }: Checked): BatchAnswer['reasons'] =>
  [...refused].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, lines]) => ({ code, count: lines.length, lines }));
