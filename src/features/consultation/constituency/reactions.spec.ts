import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CHOICES, type CountedChoice, closesOnOf, isRunning, outcomeOf } from './reactions.js';

const counted = (unit: string, ...people: readonly [number, number, number]): CountedChoice[] =>
  CHOICES.map((choice, at) => ({ unit, choice, people: people[at] ?? 0 })).filter((one) => one.people > 0);
const sum = (tally: Readonly<Record<string, number>>): number => Object.values(tally).reduce((all, one) => all + one, 0);

describe('a round of reactions', () => {
  it('runs through its last day, and not the day after', () => {
    const round = { closesOn: closesOnOf('2026-03-02', 14), endedAt: null };
    expect([isRunning(round, '2026-03-16'), isRunning(round, '2026-03-17')]).toEqual([true, false]);
  });
  it('that was closed runs no more', () =>
    expect(isRunning({ closesOn: '2026-03-16', endedAt: new Date('2026-03-03T09:00:00Z') }, '2026-03-04')).toBe(false));
});

describe('what people said', () => {
  it('is shown for units of k people, and hidden for one of k less one', () => {
    const { units } = outcomeOf(['A', 'B', 'C'], [...counted('A', 4, 3, 3), ...counted('B', 3, 3, 3), ...counted('C', 20, 0, 10)], 10);
    expect(units.map(({ tally }) => tally && sum(tally))).toEqual([null, null, 30]);
  });
  it('keeps the total when two hidden units hold k people', () => {
    const outcome = outcomeOf(['A', 'B', 'C'], [...counted('A', 4, 2, 2), ...counted('B', 3, 0, 0), ...counted('C', 20, 0, 10)], 10);
    expect(outcome.total).toEqual({ for: 27, against: 2, worried: 12 });
  });
  it('names a unit in which nobody reacted like one with too few', () => {
    const { units } = outcomeOf(['A', 'B'], counted('B', 4, 0, 0), 10);
    expect(units).toEqual([
      { unit: 'A', tally: null },
      { unit: 'B', tally: null },
    ]);
  });
  it('goes no lower than five, whatever was set', () => {
    const outcome = outcomeOf(['A'], counted('A', 2, 1, 1), 1);
    expect(outcome).toMatchObject({ smallest: 5, units: [{ tally: null }], total: null });
    expect(outcomeOf(['A'], counted('A', 2, 1, 2), 1).total).toEqual({ for: 2, against: 1, worried: 2 });
  });

  it('never lets one unit, or fewer than k people, follow from what is shown', () => {
    const sizes = fc.array(fc.tuple(fc.nat(15), fc.nat(15), fc.nat(15)), { maxLength: 8 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 5, max: 15 }), (units, k) => {
        const names = units.map((_, at) => `u${at}`);
        const outcome = outcomeOf(
          names,
          units.flatMap((people, at) => counted(`u${at}`, ...people)),
          k,
        );
        for (const { tally } of outcome.units) if (tally) expect(sum(tally)).toBeGreaterThanOrEqual(k);
        const hidden = outcome.units.filter(({ tally }) => tally === null);
        if (outcome.total === null || hidden.length === 0) return;
        const shown = outcome.units.reduce((people, { tally }) => people + (tally ? sum(tally) : 0), 0);
        expect(hidden.length).toBeGreaterThanOrEqual(2);
        expect(sum(outcome.total) - shown).toBeGreaterThanOrEqual(k);
      }),
      { numRuns: 500 },
    );
  });
});
