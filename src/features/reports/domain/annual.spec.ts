import { annualOf, type Course, type YearFacts } from './annual.js';

const COURSE: Course = {
  sentOn: '2025-03-03',
  withdrawn: false,
  metOn: '2025-03-10',
  decidedOn: '2025-03-20',
  decision: 'granted',
  finalOn: '2025-03-21',
  toldOn: '2025-03-28',
  activatedOn: '2025-04-14',
};
const facts = (over: Partial<YearFacts> = {}): YearFacts => ({
  year: 2025,
  courses: [COURSE],
  stops: [],
  nullities: 0,
  objectors: 0,
  signed: [],
  ...over,
});
const NOW = new Date('2026-03-02T09:00:00Z');

describe('a year in figures', () => {
  it('counts requests, decisions and the days of each step', () => {
    const other: Course = {
      ...COURSE,
      metOn: '2025-03-17',
      decidedOn: '2025-03-19',
      decision: 'refused',
      finalOn: null,
      toldOn: null,
      activatedOn: null,
    };
    const year = annualOf(
      facts({ courses: [COURSE, other, { ...other, withdrawn: true, metOn: null, decidedOn: null, decision: null }] }),
      NOW,
      10,
    );
    expect([year.requests, year.withdrawn]).toEqual([3, 1]);
    expect(year.decisions).toEqual({ granted: 1, conditional: 0, refused: 1, open: 0 });
    expect(year.days).toEqual([
      { step: 'meeting', count: 2, median: 11, longest: 14 },
      { step: 'decision', count: 2, median: 6, longest: 10 },
      { step: 'final', count: 1, median: 1, longest: 1 },
      { step: 'notice', count: 1, median: 7, longest: 7 },
      { step: 'activation', count: 1, median: 17, longest: 17 },
    ]);
  });

  it.each([
    ['on the last day of the two weeks', '2025-03-17', { inTime: 1, late: 0, waiting: 0 }],
    ['a day after', '2025-03-18', { inTime: 0, late: 1, waiting: 0 }],
    ['not at all', null, { inTime: 0, late: 1, waiting: 0 }],
  ] as const)('counts a meeting %s', (_when, metOn, meetings) =>
    expect(annualOf(facts({ courses: [{ ...COURSE, metOn }] }), NOW, 10).meetings).toEqual(meetings),
  );

  it('counts a meeting that can still be in time as waiting', () => {
    const asked = { ...COURSE, metOn: null };
    expect(annualOf(facts({ courses: [asked] }), new Date('2025-03-17T22:59:00Z'), 10).meetings.waiting).toBe(1);
    expect(annualOf(facts({ courses: [asked] }), new Date('2025-03-17T23:00:00Z'), 10).meetings.waiting).toBe(0);
  });

  it('tells how many people objected only of a year that is over, and only from the smallest group on', () => {
    const objections = (objectors: number, now = NOW) => annualOf(facts({ objectors }), now, 10).objections;
    expect([0, 1, 9, 10, 42].map((n) => objections(n))).toEqual(['small', 'small', 'small', 10, 42]);
    expect(objections(42, new Date('2025-12-31T22:59:59Z'))).toBe('later');
    expect(objections(42, new Date('2025-12-31T23:00:00Z'))).toBe(42);
  });
});
