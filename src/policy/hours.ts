import { addDays, dayOf, type Day, timeOf, weekdayOf } from '../kernel/clock.js';

/** Days of the week (1 Monday to 7 Sunday) on which a window opens, and its times in Europe/Amsterdam. A type, so that it is JSON as it stands. */
export type HoursWindow = {
  readonly days: readonly number[];
  /** `HH:MM`; from this minute on. */
  readonly from: string;
  /** `HH:MM`, `24:00` at the latest; before this minute. At or before `from` it is that time on the next day: the window crosses midnight. */
  readonly to: string;
};
/** When something may be: in one window, or in any of several. None at all is never. */
export type Hours = HoursWindow | readonly HoursWindow[];

const HOUR_MS = 3_600_000;
const DAY_MINUTES = 1440;
export const ALL_DAYS: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

const isMany = (hours: Hours): hours is readonly HoursWindow[] => Array.isArray(hours);
export const windowsOf = (hours: Hours): readonly HoursWindow[] => (isMany(hours) ? hours : [hours]);

/** Minutes of one day, from the first on and before the second. */
type Span = readonly [number, number];

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const timeAt = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const dayBefore = (day: number): number => ((day + 5) % 7) + 1;

/** Spans that touch or overlap as one, earliest first. */
const joined = (spans: readonly Span[]): readonly Span[] =>
  [...spans]
    .sort((a, b) => a[0] - b[0])
    .reduce<Span[]>((all, span) => {
      const last = all.at(-1);
      if (!last || span[0] > last[1]) return [...all, span];
      return [...all.slice(0, -1), [last[0], Math.max(last[1], span[1])]];
    }, []);

/** What clocks show on one day of the week while the hours hold: what opens that day, and what is left of the day before. */
const spansOn = (hours: Hours, day: number): readonly Span[] =>
  joined(
    windowsOf(hours).flatMap(({ days, from, to }): Span[] => {
      const [start, end] = [minuteOf(from), minuteOf(to)];
      const crosses = end <= start;
      return [
        ...(days.includes(day) ? [[start, crosses ? DAY_MINUTES : end] as const] : []),
        ...(crosses && end > 0 && days.includes(dayBefore(day)) ? [[0, end] as const] : []),
      ];
    }),
  );

/** As windows again: what runs on past midnight is one window, and days with the same times stand together. */
const asWindows = (spans: ReadonlyMap<number, readonly Span[]>): Hours => {
  const firstOf = (day: number): Span | undefined => spans.get(day)?.[0];
  const runsOn = (day: number, [from, to]: Span): Span | null => {
    const next = to === DAY_MINUTES ? firstOf((day % 7) + 1) : undefined;
    return next?.[0] === 0 && next[1] <= from ? next : null;
  };
  const isTaken = (day: number, span: Span): boolean => {
    const before = spans.get(dayBefore(day))?.at(-1);
    return span[0] === 0 && before !== undefined && runsOn(dayBefore(day), before) === span;
  };
  const windows = new Map<string, HoursWindow>();
  for (const day of ALL_DAYS)
    for (const span of spans.get(day) ?? []) {
      if (isTaken(day, span)) continue;
      const [from, to] = [timeAt(span[0]), timeAt(runsOn(day, span)?.[1] ?? span[1])];
      const days = windows.get(`${from} ${to}`)?.days ?? [];
      windows.set(`${from} ${to}`, { days: [...days, day], from, to });
    }
  const [one, ...more] = windows.values();
  return one && more.length === 0 ? one : [...windows.values()];
};

/** Only what both allow. It may be nothing: no window at all. */
export const bothHours = (a: Hours, b: Hours): Hours => {
  const shared = (day: number): readonly Span[] =>
    spansOn(a, day).flatMap(([start, end]) =>
      spansOn(b, day).flatMap(([from, to]): Span[] =>
        Math.max(start, from) < Math.min(end, to) ? [[Math.max(start, from), Math.min(end, to)]] : [],
      ),
    );
  return asWindows(new Map(ALL_DAYS.map((day) => [day, shared(day)])));
};

const spanAt = (hours: Hours, at: Date): Span | undefined => {
  const minute = minuteOf(timeOf(at));
  return spansOn(hours, weekdayOf(dayOf(at))).find(([from, to]) => from <= minute && minute < to);
};
export const isWithinHours = (hours: Hours, at: Date): boolean => spanAt(hours, at) !== undefined;

/** The instants at which clocks show this time on this day: two when it comes twice, none when it is skipped. */
const instantsOf = (day: Day, time: string): readonly Date[] =>
  [2, 1]
    .map((offset) => new Date(Date.parse(`${day}T${time}:00Z`) - offset * HOUR_MS))
    .filter((at) => dayOf(at) === day && timeOf(at) === time);

/** When clocks reach this time after `at`; for a time that they skip in spring, when they skip it: on a whole hour. */
const reached = (day: Day, minute: number, at: Date): Date => {
  const [on, time] = minute === DAY_MINUTES ? [addDays(day, 1), '00:00'] : [day, timeAt(minute)];
  const after = instantsOf(on, time).find((end) => end > at);
  if (after) return after;
  const skipped = Date.parse(`${on}T${time}:00Z`) - HOUR_MS;
  return new Date(Math.floor(skipped / HOUR_MS) * HOUR_MS);
};

const MOST_STEPS = 16;
/** The first instant after `at` that lies outside the hours; `at` itself when it is outside already. Of hours without an end: a week or more from then. */
export const endOfHours = (hours: Hours, at: Date): Date => {
  let end = at;
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const span = spanAt(hours, end);
    if (!span) return end;
    end = reached(dayOf(end), span[1], end);
  }
  return end;
};
