import type { Language } from '../../kernel/actor.js';

const LOCALES: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB' };
const LONG_DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const;

const dayFormat = {
  nl: new Intl.DateTimeFormat(LOCALES.nl, { ...LONG_DAY, timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat(LOCALES.en, { ...LONG_DAY, timeZone: 'UTC' }),
};
const instantDayFormat = {
  nl: new Intl.DateTimeFormat(LOCALES.nl, { ...LONG_DAY, timeZone: 'Europe/Amsterdam' }),
  en: new Intl.DateTimeFormat(LOCALES.en, { ...LONG_DAY, timeZone: 'Europe/Amsterdam' }),
};
const clockFormat = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'Europe/Amsterdam',
});
const numberFormat = { nl: new Intl.NumberFormat(LOCALES.nl), en: new Intl.NumberFormat(LOCALES.en) };

/** `day` is a calendar day, `YYYY-MM-DD`. Gives "26 maart 2026" or "26 March 2026". */
export const formatDay = (day: string, language: Language): string => dayFormat[language].format(new Date(`${day}T00:00:00Z`));

const monthFormat = {
  nl: new Intl.DateTimeFormat(LOCALES.nl, { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat(LOCALES.en, { month: 'long', year: 'numeric', timeZone: 'UTC' }),
};
const shortDayFormat = {
  nl: new Intl.DateTimeFormat(LOCALES.nl, { day: 'numeric', month: 'short', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat(LOCALES.en, { day: 'numeric', month: 'short', timeZone: 'UTC' }),
};
/** The month that a calendar day lies in: "maart 2026". */
export const formatMonth = (day: string, language: Language): string => monthFormat[language].format(new Date(`${day}T00:00:00Z`));
/** A calendar day in a narrow column: "26 mrt". */
export const formatShortDay = (day: string, language: Language): string => shortDayFormat[language].format(new Date(`${day}T00:00:00Z`));

/** The Amsterdam time of an instant: "14.00 uur" or "14:00". */
export const formatClock = (at: Date, language: Language): string => {
  const time = clockFormat.format(at);
  return language === 'nl' ? `${time.replace(':', '.')} uur` : time;
};

/** "26 maart 2026, 14.00 uur" or "26 March 2026, 14:00", in Amsterdam. */
export const formatInstant = (at: Date, language: Language): string =>
  `${instantDayFormat[language].format(at)}, ${formatClock(at, language)}`;

/** The Amsterdam day of an instant: "26 maart 2026". */
export const formatInstantDay = (at: Date, language: Language): string => instantDayFormat[language].format(at);

export const formatNumber = (value: number, language: Language): string => numberFormat[language].format(value);
