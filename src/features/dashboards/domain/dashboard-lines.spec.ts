import type { Dashboard, Metric } from '../../../policy/index.js';
import { type DashboardFacts, linesOf, type PeopledPeriod, toKeep, toldKey } from './dashboard-lines.js';

const PEOPLE: Metric = {
  code: 'present',
  category: 'login_time',
  kind: 'people',
  unit: 'people',
  level: 'group',
  min: 0,
  max: 1,
  titleNl: 'Mensen',
  titleEn: 'People',
};
const SHARE: Dashboard = {
  code: 'share',
  metric: 'present',
  period: 'week',
  shown: 'share',
  smallestGroup: 10,
  viewers: ['manager'],
  titleNl: 'Aandeel',
  titleEn: 'Share',
  questionNl: '',
  questionEn: '',
  groups: [{ code: 'one', titleNl: 'Een', titleEn: 'One', units: ['u'] }],
};
const week = (start: string, until: string, people = 20, stayed = people): PeopledPeriod => ({
  period: 'week',
  start,
  until,
  sizes: new Map([['u', stayed]]),
  people: new Map([['u', people]]),
  k: null,
});
const WEEKS = [week('2025-12-22', '2025-12-29'), week('2025-12-29', '2026-01-05'), week('2026-01-05', '2026-01-12')];
const factsOf = (people: readonly number[], wishes: Partial<DashboardFacts> = {}): DashboardFacts => ({
  dashboard: SHARE,
  metric: PEOPLE,
  dashboards: [SHARE],
  closed: WEEKS,
  rollups: people.map((counted, at) => ({ unitId: 'u', start: WEEKS[at]!.start, total: counted, people: counted })),
  told: new Map(),
  k: 10,
  locked: [],
  emptied: new Set(),
  stoodStill: new Set(),
  ...wishes,
});
const percents = (facts: DashboardFacts) =>
  linesOf(facts).lines[0]?.cells.map(({ state, told }) => (told?.figure.kind === 'share' ? told.figure.percent : state));

describe('the lines of a dashboard', () => {
  it('do not move for one person, over New Year neither', () => {
    expect(percents(factsOf([10, 10, 9]))).toEqual([50, 50, 50]);
    expect(percents(factsOf([10, 10, 7]))).toEqual([50, 50, 35]);
  });
  it('are told as they were told before, also when what came before them is gone', () => {
    const all = factsOf([11, 12, 12]);
    expect(percents(all)).toEqual([55, 55, 55]);
    const later = { ...all, rollups: all.rollups.slice(1), emptied: new Set([WEEKS[0]!.start]) };
    expect(percents(later)).toEqual(['deleted', 60, 60]);
    const kept = toKeep(all);
    expect(kept.map(({ start }) => start)).toEqual(WEEKS.map(({ start }) => start));
    const told = new Map(kept.map((figure) => [toldKey(figure.group, figure.start), figure.told]));
    expect(percents({ ...later, told })).toEqual(['deleted', 55, 55]);
    expect(toKeep({ ...all, told })).toEqual([]);
  });
  it('say of a week without figures whether they were deleted or it touches a time that is locked, and never that nothing was measured', () => {
    const two = factsOf([11, 12], { emptied: new Set([WEEKS[1]!.start, WEEKS[2]!.start]) });
    expect(percents(two)).toEqual([55, 55, 'deleted']);
    expect(percents(factsOf([11, 12]))).toEqual([55, 55, 0]);
    expect(percents(factsOf([11, 12], { k: 25 }))).toEqual(['small', 'small', 'small']);
    const at = (from: string, until: string) => percents({ ...two, locked: [{ from, until }] });
    expect(at('2025-12-28', '2025-12-28')).toEqual(['locked', 60, 'deleted']);
    expect(at('2025-12-29', '2026-01-05')).toEqual([55, 'locked', 'locked']);
    expect(at('2026-01-12', '2026-01-20')).toEqual([55, 55, 'deleted']);
    expect(toKeep({ ...two, locked: [{ from: '2025-12-22', until: '2026-02-01' }] })).toEqual([]);
  });
  it('say of a week in which the tool stood still that it did, unless it is locked, and never a figure', () => {
    const stoodStill = new Set([WEEKS[1]!.start]);
    const facts = factsOf([11, 0, 12], { stoodStill });
    expect(percents(facts)).toEqual([55, 'still', 60]);
    expect(percents({ ...facts, k: 25 })).toEqual(['small', 'still', 'small']);
    expect(percents({ ...facts, emptied: stoodStill, rollups: [] })).toEqual([0, 'still', 0]);
    expect(percents({ ...facts, locked: [{ from: WEEKS[1]!.start, until: WEEKS[1]!.start }] })).toEqual([55, 'locked', 60]);
    expect(toKeep(facts).map(({ start }) => start)).toEqual([WEEKS[0]!.start, WEEKS[2]!.start]);
  });
  it('keep nothing of a group that is too small, and show nothing that was kept of one that became too small', () => {
    expect(toKeep(factsOf([5, 5, 5], { k: 25 }))).toEqual([]);
    const all = factsOf([11, 12, 12]);
    const told = new Map(toKeep(all).map((figure) => [toldKey(figure.group, figure.start), figure.told]));
    const shrunk = [WEEKS[0]!, WEEKS[1]!, week('2026-01-05', '2026-01-12', 9)];
    expect(percents({ ...all, closed: shrunk, told })).toEqual(['gone', 'gone', 'small']);
  });
  it('are hidden by how many stayed, and are a share of how many were there in the end', () => {
    const [first, second, third] = [week('2025-12-22', '2025-12-29', 24, 9), week('2025-12-29', '2026-01-05', 24, 12), WEEKS[2]!];
    expect(percents({ ...factsOf([12, 12, 16]), closed: [first, second, third] })).toEqual(['small', 50, 80]);
  });
});
