/** Time is an argument. The system's clock is built in platform/config; tests and the demo bring their own. */
export interface Clock {
  now(): Date;
}

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

const HOUSE_ZONE = 'Europe/Amsterdam';
const dayFormat = new Intl.DateTimeFormat('en-CA', { timeZone: HOUSE_ZONE, year: 'numeric', month: '2-digit', day: '2-digit' });

/** The calendar day in Europe/Amsterdam at that instant. */
export const dayOf = (at: Date): Day => dayFormat.format(at);

const timeFormat = new Intl.DateTimeFormat('en-GB', { timeZone: HOUSE_ZONE, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** The time of day in Europe/Amsterdam at that instant, `HH:MM`. */
export const timeOf = (at: Date): string => timeFormat.format(at);

const SUMMER_AND_WINTER_HOURS = [2, 1];
/** The instant at which clocks in Europe/Amsterdam show that day and time (`HH:MM`), the first of two; null when no clock ever shows them. */
export const momentAt = (day: Day, time: string): Date | null => {
  const shown = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(shown)) return null;
  const tries = SUMMER_AND_WINTER_HOURS.map((hours) => new Date(shown - hours * 3_600_000));
  return tries.find((at) => dayOf(at) === day && timeOf(at) === time) ?? null;
};

/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: Day): number => new Date(Date.parse(day)).getUTCDay() || 7;

/** Whole days from `a` to `b` (`b - a`). */
export const daysBetween = (a: Day, b: Day): number => Math.round((Date.parse(b) - Date.parse(a)) / 86_400_000);

/** The day `days` after `day`. */
export const addDays = (day: Day, days: number): Day => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);

/** Instants to the second, as in the evidence log: `2026-03-05T09:00:00Z`. */
export const instant = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`;
