import type { Day } from '../../../kernel/clock.js';

const HOUR_MS = 3_600_000;
const format = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** What the clock in Amsterdam shows at an instant. */
export const amsterdamClock = (at: Date): { readonly day: Day; readonly time: string } => {
  const parts = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
  const get = (type: Intl.DateTimeFormatPartTypes): string => parts.get(type) ?? '';
  return { day: `${get('year')}-${get('month')}-${get('day')}`, time: `${get('hour')}:${get('minute')}` };
};

/** The instant at which the clock in Amsterdam shows this; the first of the two when it shows it twice, null when it skips it. */
export const amsterdamInstant = (day: Day, time: string): Date | null => {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(asUtc)) return null;
  for (const ahead of [2, 1]) {
    const at = new Date(asUtc - ahead * HOUR_MS);
    const shown = amsterdamClock(at);
    if (shown.day === day && shown.time === time) return at;
  }
  return null;
};
