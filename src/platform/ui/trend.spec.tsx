import { renderToString } from 'preact-render-to-string';
import { Trend } from './trend.js';

const drawn = (points: readonly (number | null)[]): string => renderToString(<Trend points={points} most={100} margin={2.5} />);
const linesIn = (html: string): readonly string[] =>
  [...html.matchAll(/<polyline[^>]* points="([^"]*)"/g)].map(([, points]) => points ?? '');

describe('a trend', () => {
  it('draws what is known from left to right, higher for more', () => {
    expect(linesIn(drawn([0, 50, 100]))).toEqual(['3,33 75,18 147,3']);
  });
  it('leaves a gap where nothing is told, and draws no line over it', () => {
    expect(linesIn(drawn([50, 60, null, 50, 55]))).toHaveLength(2);
    expect(linesIn(drawn([null, 40, null]))).toEqual(['75,21']);
    expect(drawn([null, null])).not.toContain('polyline');
  });
  it('stays within its picture, and is not read out: the table says the same in words', () => {
    expect(linesIn(drawn([-40, 900]))).toEqual(['3,33 147,3']);
    expect(drawn([1])).toContain('aria-hidden="true"');
  });
});
