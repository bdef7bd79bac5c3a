import { bandOf } from '../../../kernel/bands.js';
import { figureOf, settledFigures } from './figures.js';

const share = (people: number, size: number) => figureOf('share', { people, size, total: people });
const percents = (size: number, counts: readonly number[]) =>
  settledFigures(
    'share',
    counts.map((people) => ({ people, size, total: people })),
  ).map((told) => (told?.figure.kind === 'share' ? (told.figure.edge ?? told.figure.percent) : null));

describe('a figure', () => {
  it.each([
    [11, 20, 55],
    [9, 40, 25],
    [17, 50, 35],
  ])('of %i of %i people is rounded to 5 %%', (people, size, percent) =>
    expect(share(people, size)).toEqual({ kind: 'share', percent, edge: null }),
  );
  it.each([10, 11, 13, 20, 47, 200])('never tells nobody from one, nor everybody from all but one, of %i', (size) => {
    expect(share(0, size)).toEqual(share(1, size));
    expect(share(0, size)).toMatchObject({ edge: 'under' });
    expect(share(size, size)).toEqual(share(size - 1, size));
    expect(share(size, size)).toMatchObject({ edge: 'over' });
  });
  it.each([
    [0, 10, 'under'],
    [9, 10, 'under'],
    [23, 25, null],
    [214, 210, null],
    [18_733, 19_000, null],
  ])('of a total of %i is about %i', (total, about, edge) =>
    expect(figureOf('total', { total, people: 0, size: 12 })).toEqual({ kind: 'total', about, edge }),
  );
  it('has bands for sizes', () => {
    expect([10, 14, 15, 214, 12_000].map(bandOf)).toEqual([
      { from: 10, below: 15 },
      { from: 10, below: 15 },
      { from: 15, below: 20 },
      { from: 200, below: 300 },
      { from: 10_000, below: null },
    ]);
  });
});

describe('figures over time', () => {
  it('do not move for one person, and do for more', () => {
    expect(percents(20, [10, 9, 11, 10])).toEqual([50, 50, 50, 50]);
    expect(percents(20, [10, 7])).toEqual([50, 35]);
  });
  it.each([10, 11, 14, 20, 35, 60])('of %i people: nobody who leaves or objects alone moves a figure that is not at an end', (size) => {
    for (let people = 3; people <= size - 3; people += 1)
      for (const [lessPeople, lessSize] of [
        [1, 0],
        [0, 1],
        [1, 1],
      ] as const) {
        const [before, after] = settledFigures('share', [
          { people, size, total: people },
          { people: people - lessPeople, size: size - lessSize, total: people - lessPeople },
        ]);
        expect(after).toEqual(before);
      }
  });
  it('always tell an edge, so that what reads "under 10 %" stays nobody or one', () => {
    expect(percents(10, [2, 1, 0])).toEqual([20, 'under', 'under']);
    expect(percents(10, [2, 0])).toEqual([20, 'under']);
    expect(percents(10, [0, 2, 3])).toEqual(['under', 'under', 30]);
  });
  it('keep the total of a group within one person’s part of it', () => {
    const totals = settledFigures('total', [
      { people: 0, size: 12, total: 240 },
      { people: 0, size: 11, total: 222 },
      { people: 0, size: 11, total: 150 },
    ]);
    expect(totals.map((told) => (told?.figure.kind === 'total' ? told.figure.about : null))).toEqual([240, 240, 150]);
  });
  it('keep the band of a size for one person, and begin anew after a gap', () => {
    const told = settledFigures('share', [
      { people: 5, size: 15, total: 5 },
      { people: 5, size: 14, total: 5 },
      null,
      { people: 5, size: 14, total: 5 },
    ]);
    expect(told.map((one) => one?.size.from ?? null)).toEqual([15, 15, null, 10]);
  });
});
