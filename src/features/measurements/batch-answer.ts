import { Problem } from '../../kernel/problem.js';
import type { Checked, LineCheck } from './domain/check-lines.js';
import { linesIn } from './domain/read-lines.js';

/** What became of a batch: how many lines were taken in, and which were not, by reason. A type, so that it is JSON as it stands. */
export type BatchAnswer = {
  readonly batchId: string;
  readonly accepted: number;
  readonly refused: number;
  readonly reasons: readonly { readonly code: string; readonly count: number; readonly lines: readonly number[] }[];
};

const NEWLINE = 10;
/** How many lines a body has, also when that is more than a batch may have. */
export const countLines = (body: Buffer): number => {
  let [lines, from] = [0, 0];
  for (let at = body.indexOf(NEWLINE); at >= 0; at = body.indexOf(NEWLINE, from)) {
    if (at > from) lines += 1;
    from = at + 1;
  }
  return from < body.length ? lines + 1 : lines;
};

/** The lines of a body. @throws Problem when there are none, or too many */
export const linesOf = (body: Buffer): readonly string[] => {
  const lines = linesIn(body.toString('utf8'));
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
