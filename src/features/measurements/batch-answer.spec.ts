import { Problem } from '../../kernel/problem.js';
import { countLines, linesOf } from './batch-answer.js';

const outcome = (body: string): number | string => {
  try {
    return linesOf(Buffer.from(body)).length;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return error.code;
  }
};
const lines = (n: number): string => Array.from({ length: n }, () => 'x').join('\n');

describe('the lines of a batch', () => {
  it.each([
    [lines(1), 1],
    [lines(10_000), 10_000],
    [`${lines(10_000)}\n`, 10_000],
    [`${lines(10_000)}\n\n`, 'batch.too-many'],
    [lines(10_001), 'batch.too-many'],
    [`${lines(10_001)}\n`, 'batch.too-many'],
    ['\n'.repeat(10_000), 10_000],
    ['\n'.repeat(4_194_304), 'batch.too-many'],
    ['', 'batch.empty'],
  ])('are as many as a batch may have, an end of the last one apart (%#)', (body, expected) => expect(outcome(body)).toBe(expected));

  it('are counted, those of a body without a lease among them; of newlines without end not for ever', () => {
    expect([countLines(Buffer.from('\n\na\n\nb')), countLines(Buffer.from(lines(10_001)))]).toEqual([2, 10_001]);
    expect(countLines(Buffer.from(`${'x\n'.repeat(10)}${'\n'.repeat(200_000)}${lines(5)}`))).toBe(10);
  });
});
