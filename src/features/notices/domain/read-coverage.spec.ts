import fc from 'fast-check';
import { readCoverage, type UnitCount } from './read-coverage.js';

const unit = (name: string, told: number, of: number): UnitCount => ({ unit: name, told, of });

describe('who has read a notice, as HR sees it', () => {
  it('shows units of k people, and hides one of k less one', () => {
    const { units } = readCoverage([unit('A', 7, 10), unit('B', 2, 9), unit('C', 3, 30)], 10);
    expect(units.map(({ told }) => told)).toEqual([null, null, 0]);
  });
  it('hides a second unit and keeps the total, so that nothing can be subtracted', () => {
    const coverage = readCoverage([unit('A', 7, 12), unit('B', 2, 4), unit('C', 8, 30)], 10);
    expect(coverage.units.map(({ told }) => told)).toEqual([null, null, 5]);
    expect(coverage.total).toEqual({ unit: '', told: 15, of: 46 });
  });
  it('hides nothing when every unit is large enough', () =>
    expect(readCoverage([unit('A', 7, 12), unit('B', 2, 14)], 10)).toMatchObject({
      units: [{ told: 5 }, { told: 0 }],
      total: { told: 5, of: 26 },
    }));
  it('gives no total when a single small unit is all there is', () => expect(readCoverage([unit('A', 2, 4)], 10).total).toBeNull());
  it('gives no total of fewer than k people in two units', () =>
    expect(readCoverage([unit('A', 2, 4), unit('B', 1, 3)], 10)).toMatchObject({ units: [{ told: null }, { told: null }], total: null }));
  it('goes no lower than five, whatever is asked', () =>
    expect(readCoverage([unit('A', 2, 4)], 1)).toMatchObject({ smallest: 5, total: null }));
  it('shows nobody who has nothing', () => expect(readCoverage([], 10)).toMatchObject({ units: [], total: null }));

  it('shows a unit in which nobody has read like one in which four have, and one reader more or less not at all', () => {
    const shown = (told: number, of: number) => readCoverage([unit('A', told, of)], 10).units[0]?.told;
    for (const told of [0, 1, 4]) expect(shown(told, 12)).toBe(0);
    for (const told of [5, 9]) expect(shown(told, 12)).toBe(5);
    expect(shown(12, 12)).toBe(shown(12, 13));
  });

  it('never lets the hidden part be fewer than k people or one unit by subtraction', () => {
    const counts = fc.array(fc.nat(40), { maxLength: 8 });
    fc.assert(
      fc.property(counts, fc.integer({ min: 5, max: 15 }), (sizes, k) => {
        const coverage = readCoverage(
          sizes.map((of, at) => unit(`u${at}`, Math.floor(of / 2), of)),
          k,
        );
        const hidden = coverage.units.filter(({ told }) => told === null);
        for (const shown of coverage.units) if (shown.told !== null) expect(shown.of).toBeGreaterThanOrEqual(k);
        if (coverage.total === null || hidden.length === 0) return;
        expect(hidden.length).toBeGreaterThanOrEqual(2);
        expect(hidden.reduce((sum, { of }) => sum + of, 0)).toBeGreaterThanOrEqual(k);
      }),
    );
  });
});
