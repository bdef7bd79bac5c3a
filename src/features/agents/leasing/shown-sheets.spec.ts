import { hashOfAsked } from '../record-settings.js';
import { ShownSheets } from './shown-sheets.js';

describe('the hashes of sheets that were shown before', () => {
  it('are those of the sheets themselves, however often and in whatever order they come', () => {
    const sheets = new ShownSheets();
    const settings: readonly Readonly<Record<string, string>>[] = [
      { a: '1', b: '2' },
      { b: '2', a: '1' },
      { a: '1' },
      { a: '2', b: '1' },
      {},
      { long: 'x'.repeat(5000) },
    ];
    const asked = [...settings, ...settings.toReversed(), ...settings].map((one) => ({ person: 'p', settings: one }));
    expect(asked.map((one) => sheets.hashOf(one))).toEqual(asked.map(hashOfAsked));
    expect(new Set(asked.map((one) => sheets.hashOf(one))).size).toBe(settings.length - 1);
  });

  it('are not looked up for an agent that says no more than the hash', () =>
    expect(new ShownSheets().hashOf({ person: 'p', settingsHash: 'ab' })).toBe('ab'));

  it('do not grow without end', () => {
    const sheets = new ShownSheets();
    for (let n = 0; n < 2500; n += 1) sheets.hashOf({ person: 'p', settings: { n: String(n) } });
    expect(sheets.hashOf({ person: 'p', settings: { n: '7' } })).toBe(hashOfAsked({ person: 'p', settings: { n: '7' } }));
    expect(Reflect.get(sheets, 'hashes')).toHaveProperty('size', 501);
  });
});
