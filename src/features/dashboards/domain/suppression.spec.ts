import { wide } from '../../../../test/support/long.js';
import { dayNumber, type Organisation, organisations, withMonths } from '../../../../test/support/random-organisations.js';
import { type Counted, type Settled, settledFigures, type Shown } from './figures.js';
import { cellKey, type ClosedPeriod, type Grouping, type Standing, standingsOf } from './suppression.js';

type Suppress = (of: Organisation, periods: readonly ClosedPeriod[]) => ReadonlyMap<string, Standing>;
const ours: Suppress = ({ groupings, k }, periods) => standingsOf(groupings, periods, k);
/** After half of the time a larger k comes into force, for what was seen before as well. */
const raised =
  (more: number, remembered: boolean): Suppress =>
  ({ groupings, k, periods: all }, periods) => {
    const half = all.map(({ until }) => until).sort()[Math.floor(all.length / 2)] ?? '';
    const kOf = ({ until }: ClosedPeriod): number => (until < half ? k : k + more);
    const today = Math.max(...periods.map(kOf));
    return standingsOf(
      groupings,
      periods.map((period) => ({ ...period, k: remembered ? kOf(period) : null })),
      today,
    );
  };
/** Only groups under k are hidden: no complementary suppression. */
const onlySmall: Suppress = ({ groupings, k }, periods) =>
  new Map(
    groupings.flatMap(({ dashboard, groups, period }) =>
      groups.flatMap((group) =>
        periods
          .filter((each) => each.period === period)
          .map(({ start, sizes }): [string, Standing] => [
            cellKey({ dashboard, group: group.code, start }),
            group.units.reduce((people, unit) => people + (sizes.get(unit) ?? 0), 0) >= k ? 'shown' : 'small',
          ]),
      ),
    ),
  );

interface Figure {
  readonly key: string;
  readonly series: string;
  readonly shown: Grouping['shown'];
  readonly units: readonly string[];
  readonly period: ClosedPeriod;
}
const figuresOf = ({ groupings, periods }: Organisation): readonly Figure[] =>
  groupings.flatMap(({ dashboard, shown, groups, period }) =>
    groups.flatMap(({ code, units }) =>
      periods
        .filter((each) => each.period === period)
        .map((each) => ({
          key: cellKey({ dashboard, group: code, start: each.start }),
          series: `${dashboard} ${code}`,
          shown,
          units,
          period: each,
        })),
    ),
  );

/** Everything that was ever shown: the attacker looked after every period, and forgets nothing. */
const everSeen = (of: Organisation, suppress: Suppress): ReadonlySet<string> => {
  const seen = new Set<string>();
  for (const until of [...new Set(of.periods.map((period) => period.until))].sort())
    for (const [key, standing] of suppress(
      of,
      of.periods.filter((period) => period.until <= until),
    ))
      if (standing === 'shown') seen.add(key);
  return seen;
};

/** Units and approved groups under k, in each period. */
const targetsOf = ({ groupings, periods, units, k }: Organisation): readonly { units: readonly string[]; period: ClosedPeriod }[] => {
  const sets = [...units.map((unit) => [unit]), ...groupings.flatMap(({ groups }) => groups.map((group) => group.units))];
  const unique = [...new Map(sets.map((set) => [[...set].sort().join(), set])).values()];
  return periods.flatMap((period) =>
    unique
      .filter((set) => {
        const people = set.reduce((sum, unit) => sum + (period.sizes.get(unit) ?? 0), 0);
        return people > 0 && people < k;
      })
      .map((set) => ({ units: set, period })),
  );
};

const PRIME = 32_749;
const inverse = (of: number): number => {
  let [result, base, left] = [1, of % PRIME, PRIME - 2];
  for (; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result = (result * base) % PRIME;
    base = (base * base) % PRIME;
  }
  return result;
};
/** What can be worked out by adding and subtracting: rows reduced one by one, over a large prime. */
class Sums {
  private readonly rows = new Map<number, Int32Array>();
  private reduced(row: Int32Array): number {
    for (let at = 0; at < row.length; at += 1) {
      const value = row[at] ?? 0;
      if (value === 0) continue;
      const pivot = this.rows.get(at);
      if (!pivot) return at;
      for (let column = at; column < row.length; column += 1)
        row[column] = ((row[column] ?? 0) + (PRIME - value) * (pivot[column] ?? 0)) % PRIME;
    }
    return -1;
  }
  add(row: Int32Array): void {
    const at = this.reduced(row);
    if (at < 0) return;
    const factor = inverse(row[at] ?? 1);
    this.rows.set(
      at,
      row.map((value) => (value * factor) % PRIME),
    );
  }
  gives(row: Int32Array): boolean {
    return this.reduced(row) < 0;
  }
}

/** An attacker who reads every figure exactly, and works out sums and differences over units, totals, dashboards, weeks and months. */
const workedOut = (of: Organisation, suppress: Suppress): number => {
  const cuts = [...new Set(of.periods.flatMap(({ start, until }) => [start, until]))].sort();
  const row = (units: readonly string[], period: ClosedPeriod): Int32Array => {
    const made = new Int32Array(of.units.length * cuts.length);
    for (const unit of units)
      cuts.forEach((cut, at) => {
        if (cut >= period.start && cut < period.until) made[of.units.indexOf(unit) * cuts.length + at] = 1;
      });
    return made;
  };
  const seen = everSeen(of, suppress);
  const sums = new Sums();
  for (const figure of figuresOf(of)) if (seen.has(figure.key)) sums.add(row(figure.units, figure.period));
  return targetsOf(of).filter(({ units, period }) => sums.gives(row(units, period))).length;
};

/** Every way to fill the places with numbers from 0 to each one's most. */
function* worlds(most: readonly number[]): Generator<readonly number[]> {
  const counter = most.map(() => 0);
  for (;;) {
    yield [...counter];
    const at = counter.findLastIndex((each, place) => each < (most[place] ?? 0));
    if (at < 0) return;
    counter[at] = (counter[at] ?? 0) + 1;
    counter.fill(0, at + 1);
  }
}

type Drawn = Figure & { readonly parts: readonly number[]; readonly size: number };
/** What one line of a dashboard prints, each different print by a number; the same counts print the same. */
const printerOf = (
  line: readonly Drawn[],
  standing: ReadonlyMap<string, Standing>,
): ((sum: (parts: readonly number[]) => number) => number) => {
  const stands = line.map(({ key }) => standing.get(key));
  const [printed, prints] = [new Map<string, number>(), new Map<string, number>()];
  const shown: Shown = line[0]?.shown ?? 'share';
  const print = (counts: readonly number[]): string => {
    const counted = line.map(({ size }, at): Counted | null =>
      stands[at] === 'shown' || stands[at] === 'gone' ? { size, people: counts[at] ?? 0, total: counts[at] ?? 0 } : null,
    );
    const told: readonly (Settled | null)[] = settledFigures(shown, counted);
    return JSON.stringify(told.map((figure, at) => (stands[at] === 'shown' ? figure : null)));
  };
  return (sum) => {
    const counts = line.map(({ parts }) => sum(parts));
    const key = counts.join(' ');
    const known = printed.get(key);
    if (known !== undefined) return known;
    const text = print(counts);
    const number = prints.get(text) ?? prints.size;
    prints.set(text, number);
    printed.set(key, number);
    return number;
  };
};

/**
 * An attacker who knows the rule and every size, reads what is printed at every moment, and tries every possible world. Answers the targets that a
 * print leaves one value only. `most`: of what each unit can count in a week; a value at that artificial most is not held against us.
 */
const pinnedDown = (of: Organisation, suppress: Suppress, most: (size: number) => number, capped: boolean): readonly string[] => {
  const weeks = of.periods.filter(({ period }) => period === 'week');
  const places = weeks.flatMap((week) => of.units.map((unit) => ({ week, unit, most: most(week.sizes.get(unit) ?? 0) })));
  const placeOf = new Map(places.map(({ week, unit }, at) => [`${unit} ${week.start}`, at]));
  const partsOf = ({ units, period }: { units: readonly string[]; period: ClosedPeriod }): readonly number[] =>
    weeks
      .filter((week) => week.start >= period.start && week.until <= period.until)
      .flatMap((week) => units.map((unit) => placeOf.get(`${unit} ${week.start}`) ?? -1));
  const moments = [...new Set(of.periods.map(({ until }) => until))].sort();
  const standings = moments.map((until) =>
    suppress(
      of,
      of.periods.filter((period) => period.until <= until),
    ),
  );
  const figures = figuresOf(of).map((figure) => ({
    ...figure,
    parts: partsOf(figure),
    size: figure.units.reduce((people, unit) => people + (figure.period.sizes.get(unit) ?? 0), 0),
  }));
  const series = [...new Set(figures.map((figure) => figure.series))].map((name) => figures.filter((figure) => figure.series === name));
  const targets = targetsOf(of).map((target) => ({ parts: partsOf(target) }));
  const found = new Map<string, Set<number>[]>();
  const lines = standings.flatMap((standing) => series.map((line) => printerOf(line, standing)));
  for (const world of worlds(places.map((place) => place.most))) {
    const sum = (parts: readonly number[]): number => parts.reduce((total, at) => total + (world[at] ?? 0), 0);
    const print = lines.map((line) => line(sum)).join(' ');
    const possible = found.get(print) ?? targets.map(() => new Set<number>());
    targets.forEach(({ parts }, at) => possible[at]?.add(sum(parts)));
    found.set(print, possible);
  }
  return [...found].flatMap(([print, possible]) =>
    possible.flatMap((values, at) => {
      const [only] = values;
      const cap = (targets[at]?.parts ?? []).reduce((total, place) => total + (places[place]?.most ?? 0), 0);
      return values.size === 1 && !(capped && only === cap) ? [`target ${at} is ${only}: ${print}`] : [];
    }),
  );
};

describe('the suppression of small groups', () => {
  const large = organisations(1_000, 1, withMonths);
  it('lets nobody work out a group under k from all dashboards, totals and periods of 1,000 organisations', () => {
    expect(large.filter((of) => workedOut(of, ours) > 0)).toHaveLength(0);
  });
  it('is what does it: with only the small groups hidden the same attacker succeeds (the control)', () => {
    expect(large.filter((of) => workedOut(of, onlySmall) > 0).length).toBeGreaterThan(500);
  });
  it('lets nobody work it out when k grew meanwhile, because each period remembers its own (the control: it does not)', () => {
    expect(large.filter((of) => workedOut(of, raised(4, true)) > 0)).toHaveLength(0);
    expect(large.filter((of) => workedOut(of, raised(4, false)) > 0).length).toBeGreaterThan(0);
  });
  it('still shows most figures over groups of k or more', () => {
    const all = large.flatMap((of) => [...standingsOf(of.groupings, of.periods, of.k).values()]).filter((standing) => standing !== 'small');
    expect(all.filter((standing) => standing === 'shown').length / all.length).toBeGreaterThan(0.5);
  });

  const shares = organisations(wide(4_000, 1_000), 50_000, (chance) => {
    const weeks = chance.between(1, 2);
    return {
      k: chance.between(3, 4),
      units: weeks === 1 ? chance.between(3, 4) : wide(3, 2),
      largest: 3,
      weeks,
      dashboards: 2,
      shown: 'share',
      months: false,
    };
  });
  it('leaves a small group more than one value in every possible world of 1,000 small organisations', () => {
    expect(shares.flatMap((of) => pinnedDown(of, ours, (size) => size, false)).slice(0, 3)).toEqual([]);
  });
  it('breaks in those worlds without complementary suppression (the control)', () => {
    expect(shares.slice(0, 150).filter((of) => pinnedDown(of, onlySmall, (size) => size, false).length > 0).length).toBeGreaterThan(50);
  });

  const totals = organisations(wide(300, 50), 90_000, (chance) => ({
    k: 5,
    units: 2,
    largest: 6,
    weeks: 2,
    dashboards: 3,
    shown: 'total',
    months: chance.upTo(3) > 0,
  }));
  it('leaves totals over weeks and the month they make as open', () => {
    expect(totals.flatMap((of) => pinnedDown(of, ours, () => 9, true)).slice(0, 3)).toEqual([]);
  });
});

describe('which figures stand', () => {
  const week = (at: number, sizes: Readonly<Record<string, number>>): ClosedPeriod => ({
    period: 'week',
    start: dayNumber(7 * at),
    until: dayNumber(7 * at + 7),
    sizes: new Map(Object.entries(sizes)),
    k: null,
  });
  const grouping = (dashboard: string, groups: Readonly<Record<string, readonly string[]>>): Grouping => ({
    dashboard,
    shown: 'total',
    period: 'week',
    groups: Object.entries(groups).map(([code, units]) => ({ code, units })),
  });
  const standing = (found: ReadonlyMap<string, Standing>, group: string, at: number, dashboard = 'd'): Standing | undefined =>
    found.get(cellKey({ dashboard, group, start: dayNumber(7 * at) }));
  const three = grouping('d', { a: ['a'], b: ['b'], c: ['c'], all: ['a', 'b', 'c'] });

  it('a total beside groups that are all large enough', () => {
    const found = standingsOf([three], [week(0, { a: 12, b: 10, c: 30 })], 10);
    expect([...found.values()]).toEqual(['shown', 'shown', 'shown', 'shown']);
  });
  it('no total beside a hidden group, which it would give away', () => {
    const found = standingsOf([three], [week(0, { a: 12, b: 9, c: 30 })], 10);
    expect(['a', 'b', 'c', 'all'].map((group) => standing(found, group, 0))).toEqual(['shown', 'small', 'shown', 'second']);
  });
  it('small units merged into one group, which then stands alone', () => {
    const merged = grouping('d', { a: ['a'], bc: ['b', 'c'], all: ['a', 'b', 'c'] });
    const found = standingsOf([merged], [week(0, { a: 12, b: 4, c: 8 })], 10);
    expect(['a', 'bc', 'all'].map((group) => standing(found, group, 0))).toEqual(['shown', 'shown', 'second']);
  });
  it('no group of a second dashboard that differs from a shown one by a few people', () => {
    const found = standingsOf([grouping('d', { a: ['a'] }), grouping('e', { ab: ['a', 'b'] })], [week(0, { a: 12, b: 3 })], 10);
    expect([standing(found, 'a', 0), standing(found, 'ab', 0, 'e')]).toEqual(['shown', 'second']);
  });
  it('nothing of a group that shrank under k, before that week neither, and not the total that would give its past away', () => {
    const weeks = [week(0, { a: 12, b: 11, c: 30 }), week(1, { a: 12, b: 9, c: 30 }), week(2, { a: 12, b: 12, c: 30 })];
    const before = standingsOf([three], weeks.slice(0, 1), 10);
    expect([standing(before, 'b', 0), standing(before, 'all', 0)]).toEqual(['shown', 'shown']);
    const found = standingsOf([three], weeks, 10);
    expect([0, 1, 2].map((at) => standing(found, 'b', at))).toEqual(['gone', 'small', 'shown']);
    expect([0, 1, 2].map((at) => standing(found, 'all', at))).toEqual(['gone', 'second', 'shown']);
    expect([0, 1, 2].map((at) => standing(found, 'a', at))).toEqual(['shown', 'shown', 'shown']);
  });
  it('no total that stood aside for a group, when that group is too small under a larger k', () => {
    const weeks = [{ ...week(0, { a: 12, b: 4, c: 30 }), k: 10 }];
    expect(['a', 'b', 'all'].map((group) => standing(standingsOf([three], weeks, 15), group, 0))).toEqual(['gone', 'small', 'second']);
  });
  it('nothing more under a smaller k, of what was over before it', () => {
    const weeks = [
      { ...week(0, { a: 12, b: 8, c: 30 }), k: 10 },
      { ...week(1, { a: 12, b: 8, c: 30 }), k: 5 },
    ];
    const found = standingsOf([three], weeks, 5);
    expect([0, 1].map((at) => standing(found, 'b', at))).toEqual(['small', 'shown']);
  });
  it('a later period changes nothing that was shown of an earlier one, while nobody shrinks', () => {
    const weeks = [week(0, { a: 12, b: 3, c: 30 }), week(1, { a: 12, b: 14, c: 30 })];
    const [one, both] = [standingsOf([three], weeks.slice(0, 1), 10), standingsOf([three], weeks, 10)];
    for (const [key, before] of one) expect(both.get(key)).toBe(before);
    expect(standing(both, 'all', 1)).toBe('shown');
  });
});
