import { type CountedRow, receivedRows, shownOutcomes } from './safe-counts.js';

/** Every way to fill `places` with numbers from 0 to `most`. */
function* fillings(places: number, most: number): Generator<readonly number[]> {
  const counter = Array.from({ length: places }, () => 0);
  for (;;) {
    yield [...counter];
    const at = counter.findLastIndex((each) => each < most);
    if (at < 0) return;
    counter[at] = (counter[at] ?? 0) + 1;
    counter.fill(0, at + 1);
  }
}
/** Every way to divide `total` over `places`. */
const divisions = (total: number, places: number): readonly (readonly number[])[] =>
  places === 1
    ? [[total]]
    : Array.from({ length: total + 1 }, (_each, first) => divisions(total - first, places - 1).map((rest) => [first, ...rest])).flat();

const rowOf = (category: string, numbers: readonly number[]): CountedRow => ({
  category,
  outcomes: Object.fromEntries(numbers.map((cases, at) => [`outcome${at}`, cases])),
});

type Publish = (
  rows: readonly CountedRow[],
  k: number,
) => readonly { readonly category: string; readonly cases: number; readonly outcomes: Readonly<Record<string, number>> }[];
/** What the council reads: first what was received, a quarter later how it ended. */
const published: Publish = (rows, k) =>
  receivedRows(rows, k).map((row) => ({ category: row.category, cases: row.cases, outcomes: shownOutcomes(row, k) }));
/** Every number of `k` or more, with all totals: what "cells under five hidden" alone would print. */
const withTotals: Publish = (rows, k) =>
  rows.flatMap(({ category, outcomes }) => {
    const cases = Object.values(outcomes).reduce((total, each) => total + each, 0);
    return cases < k ? [] : [{ category, cases, outcomes: Object.fromEntries(Object.entries(outcomes).filter(([, one]) => one >= k)) }];
  });

/** An attacker who knows the rule and sees what is printed: for each place, every number it can still be. */
const attack = (worlds: Iterable<readonly (readonly number[])[]>, k: number, publish: Publish): readonly string[] => {
  const seen = new Map<string, Set<number>[]>();
  for (const world of worlds) {
    const printed = JSON.stringify(
      publish(
        world.map((numbers, at) => rowOf(`category${at}`, numbers)),
        k,
      ),
    );
    const places = seen.get(printed) ?? world.flat().map(() => new Set<number>());
    world.flat().forEach((cases, at) => places[at]?.add(cases));
    seen.set(printed, places);
  }
  const small = Array.from({ length: k }, (_each, at) => at);
  return [...seen].flatMap(([printed, places]) =>
    places.flatMap((possible, at) => {
      const hides = [...possible].some((cases) => cases < k);
      return hides && !small.every((cases) => possible.has(cases)) ? [`${printed} place ${at}: only ${[...possible].join(' ')}`] : [];
    }),
  );
};

function* oneRow(places: number, most: number): Generator<readonly (readonly number[])[]> {
  for (let total = 0; total <= most; total += 1) for (const numbers of divisions(total, places)) yield [numbers];
}
function* manyRows(categories: number, outcomes: number, most: number): Generator<readonly (readonly number[])[]> {
  for (const numbers of fillings(categories * outcomes, most))
    yield Array.from({ length: categories }, (_each, at) => numbers.slice(at * outcomes, (at + 1) * outcomes));
}

describe('what is shown of the counts', () => {
  it.each([
    [5, 4, 21],
    [5, 3, 22],
    [3, 4, 18],
  ])('leaves every hidden outcome anything under %i: one category, %i outcomes, up to %i cases', (k, outcomes, most) => {
    expect(attack(oneRow(outcomes, most), k, published)).toEqual([]);
  });
  it.each([
    [5, 1],
    [5, 2],
    [5, 3],
    [5, 4],
  ])('leaves every hidden category anything under %i, of %i', (k, categories) => {
    expect(attack(manyRows(categories, 1, k + 1), k, published)).toEqual([]);
  });
  it.each([
    [3, 3, 2, 4],
    [2, 3, 3, 2],
    [3, 2, 3, 4],
  ])('with k %i leaves every hidden cell of %i categories and %i outcomes anything under k', (k, categories, outcomes, most) => {
    const worlds = [...manyRows(categories, outcomes, most)].filter((world) =>
      world.every((row) => row.reduce((total, each) => total + each, 0) <= most),
    );
    expect(attack(worlds, k, published)).toEqual([]);
  });
  it('the same attacker finds them where totals stand beside hidden cells (the control)', () => {
    const found = attack(oneRow(4, 12), 5, withTotals);
    expect(found.length).toBeGreaterThan(10);
    expect(found.join()).toContain('only 0');
  });
});

describe('what the council does see', () => {
  const row = (category: string, outcomes: Readonly<Record<string, number>>): CountedRow => ({ category, outcomes });
  const nothing = { upheld: 0, rejected: 0 };
  it('is a category of five or more, and not one of four', () => {
    expect(receivedRows([row('covert', { upheld: 4, rejected: 1 }), row('parity', { upheld: 4, rejected: 0 })], 5)).toEqual([
      { category: 'covert', outcomes: { upheld: 4, rejected: 1 }, cases: 5 },
    ]);
  });
  it('is small categories added up, where that gives none away', () => {
    const small = [row('a', { x: 3 }), row('b', { x: 2 }), row('c', { x: 1 })];
    expect(receivedRows(small, 5)).toEqual([{ category: 'others', outcomes: { x: 6 }, cases: 6 }]);
    expect(receivedRows([row('a', { x: 4 }), row('b', { x: 4 }), row('c', { x: 4 })], 5)).toEqual([]);
    expect(receivedRows([row('a', { x: 1 }), row('b', { x: 3 }), row('c', { x: 0 })], 5)).toEqual([]);
  });
  it('is the outcomes of five or more, unless the rest is settled by them', () => {
    const of = (outcomes: Readonly<Record<string, number>>) => shownOutcomes({ category: 'objection', outcomes, cases: 0 }, 5);
    expect(of({ upheld: 8, rejected: 3, withdrawn: 2, open: 0 })).toEqual({ upheld: 8 });
    expect(of({ upheld: 10, rejected: 2, withdrawn: 0, open: 0 })).toEqual({});
    expect(of({ upheld: 6, rejected: 5, withdrawn: 7, open: 9 })).toEqual({ upheld: 6, rejected: 5, withdrawn: 7, open: 9 });
    expect(of(nothing)).toEqual({});
  });
});
