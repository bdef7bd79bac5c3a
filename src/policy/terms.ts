import { addDays, type Day, dayOf } from '../kernel/clock.js';

const DAY_MS = 86_400_000;
const SATURDAY = 6;
const SUNDAY = 0;

/** 0 = Sunday ... 6 = Saturday. 1 January 1970 was a Thursday. */
export const weekdayOf = (day: Day): number => (((Math.round(Date.parse(day) / DAY_MS) + 4) % 7) + 7) % 7;

const two = (n: number): string => String(n).padStart(2, '0');
const dayAt = (year: number, month: number, date: number): Day => `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;

/** Easter Sunday of the Gregorian calendar. */
export const easterSunday = (year: number): Day => {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const fromMarch = epact + toSunday - 7 * late + 114;
  return dayAt(year, Math.floor(fromMarch / 31), (fromMarch % 31) + 1);
};

/** The King's birthday is kept on 27 April, and on the 26th when the 27th is a Sunday. */
const kingsDay = (year: number): Day => {
  const day = dayAt(year, 4, 27);
  return weekdayOf(day) === SUNDAY ? addDays(day, -1) : day;
};

/** Algemene termijnenwet, article 3, with Good Friday, which is equated with them. */
const holidaysOf = (year: number): readonly Day[] => {
  const easter = easterSunday(year);
  return [
    dayAt(year, 1, 1),
    addDays(easter, -2),
    addDays(easter, 1),
    kingsDay(year),
    dayAt(year, 5, 5),
    addDays(easter, 39),
    addDays(easter, 50),
    dayAt(year, 12, 25),
    dayAt(year, 12, 26),
  ].sort();
};
const holidaysByYear = new Map<number, readonly Day[]>();

/** The Dutch public holidays of a year, in order. */
export const publicHolidays = (year: number): readonly Day[] => {
  const known = holidaysByYear.get(year);
  if (known) return known;
  const holidays = holidaysOf(year);
  holidaysByYear.set(year, holidays);
  return holidays;
};

const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** `equated`: days that a royal decree puts on a par with a holiday (a setting of the organisation). */
export const isWorkingDay = (day: Day, equated: readonly Day[] = []): boolean => {
  const weekday = weekdayOf(day);
  return weekday !== SATURDAY && weekday !== SUNDAY && !publicHolidays(yearOf(day)).includes(day) && !equated.includes(day);
};

/** The day itself when it is a working day, else the first one after it. */
export const workingDayFrom = (day: Day, equated: readonly Day[] = []): Day =>
  isWorkingDay(day, equated) ? day : workingDayFrom(addDays(day, 1), equated);

/** The `count`th working day after `day`; `day` itself does not count. */
export const addWorkingDays = (day: Day, count: number, equated: readonly Day[] = []): Day => {
  let reached = day;
  for (let left = count; left > 0; left -= 1) reached = workingDayFrom(addDays(reached, 1), equated);
  return reached;
};

/**
 * `gdpr`: Regulation (EEC, Euratom) 1182/71, article 3. `wor`: Algemene termijnenwet, article 1.
 * Under both the day of the event does not count, and a last day on a weekend or holiday moves on. Days equated by royal decree exist under Dutch law only.
 */
export type TermLaw = 'gdpr' | 'wor';

const daysInMonth = (year: number, month: number): number =>
  Number(addDays(dayAt(month === 12 ? year + 1 : year, (month % 12) + 1, 1), -1).slice(8));

/** The same date `months` later, or the last day of that month when it has no such date. */
export const sameDateAfter = (day: Day, months: number): Day => {
  const at = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const year = Math.floor(at / 12);
  const month = (at % 12) + 1;
  return dayAt(year, month, Math.min(Number(day.slice(8)), daysInMonth(year, month)));
};

/** The last day of a term of `months` that runs from an event on `day`. */
export const monthsAfter = (day: Day, months: number, law: TermLaw, equated: readonly Day[] = []): Day =>
  workingDayFrom(sameDateAfter(day, months), law === 'wor' ? equated : []);

export const oneMonthAfter = (day: Day, law: TermLaw, equated: readonly Day[] = []): Day => monthsAfter(day, 1, law, equated);

const HOUR_MS = 3_600_000;

/** The first instant after a calendar day in Amsterdam. */
export const instantAfter = (day: Day): Date => {
  const next = addDays(day, 1);
  const inSummer = new Date(Date.parse(next) - 2 * HOUR_MS);
  return dayOf(inSummer) === next ? inSummer : new Date(Date.parse(next) - HOUR_MS);
};

/** Whether the last day of a term is over at that instant. */
export const isOver = (lastDay: Day, now: Date): boolean => dayOf(now) > lastDay;
