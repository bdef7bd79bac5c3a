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
