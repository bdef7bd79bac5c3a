import { isUnlogged, isUntraced, padded } from './untraced.js';

describe('pages that leave no trace', () => {
  it.each(['/report', '/report/new', '/report?lang=en', '/report/follow?x'])('%s is one', (url) => expect(isUntraced(url)).toBe(true));
  it.each(['/reports/annual', '/', '/complaints', '/me/report'])('%s is not', (url) => expect(isUntraced(url)).toBe(false));
  it('are not logged, nor is a complaint with a name', () => {
    expect(['/report/new', '/complaints/new'].map(isUnlogged)).toEqual([true, true]);
    expect(['/cases', '/reports/annual'].map(isUnlogged)).toEqual([false, false]);
  });
  it('are all of one size', () => {
    const pages = ['', '<html>één</html>', 'x'.repeat(60_000), 'x'.repeat(65_528)];
    expect(pages.map((page) => Buffer.byteLength(padded(page)))).toEqual([65_536, 65_536, 65_536, 65_536]);
    expect(Buffer.byteLength(padded('x'.repeat(65_529)))).toBe(131_072);
  });
});
