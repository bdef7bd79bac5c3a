import { ALL_DAYS, type Hours, type HoursWindow } from './hours.js';
import { LIMIT_KINDS, type LimitKind, type MachineLimit } from './limits.js';
import { isDay } from './reading.js';

const LONGEST_DAYS = 3650;
const LARGEST_GROUP = 10_000;
const SMALLEST_GROUP = 5;
const MOST_OFF = 99;
const WORD = /^[^\p{Cc}<>]{1,200}$/u;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$|^24:00$/;

const isWhole = (value: unknown, from: number, to: number): value is number =>
  Number.isInteger(value) && Number(value) >= from && Number(value) <= to;
/** A code of the version: most come from a catalogue, those of data and functions may be typed. */
const isWord = (value: unknown): value is string => typeof value === 'string' && value.trim() === value && WORD.test(value);
const isTime = (value: unknown): value is string => typeof value === 'string' && TIME.test(value);
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const retention = (value: unknown): MachineLimit | null => {
  if (!isRecord(value) || !isWhole(value['days'], 0, LONGEST_DAYS)) return null;
  const purpose = value['purpose'] ?? null;
  if (purpose !== null && !isWord(purpose)) return null;
  return { kind: 'retention_max_days', value: { purpose, days: value['days'] } };
};

const MOST_WINDOWS = 7;
const readWindow = (value: unknown): HoursWindow | null => {
  if (!isRecord(value) || !Array.isArray(value['days'])) return null;
  const given: readonly unknown[] = value['days'];
  const days = ALL_DAYS.filter((day) => given.includes(day));
  const { from, to } = value;
  if (days.length === 0 || days.length !== given.length || !isTime(from) || !isTime(to) || from === to || from === '24:00') return null;
  return { days, from, to: to === '00:00' ? '24:00' : to };
};
/** One window, or a list of them; null when it is neither. */
export const readHours = (value: unknown): Hours | null => {
  if (!Array.isArray(value)) return readWindow(value);
  const windows = value.map(readWindow).filter((one) => one !== null);
  if (windows.length === 0 || windows.length !== value.length || windows.length > MOST_WINDOWS) return null;
  return windows.length === 1 ? (windows[0] ?? null) : windows;
};
const hours = (value: unknown): MachineLimit | null => {
  const read = readHours(value);
  return read && { kind: 'hours', value: read };
};

const READERS: Readonly<Record<LimitKind, (value: unknown) => MachineLimit | null>> = {
  retention_max_days: retention,
  smallest_group: (value) => (isWhole(value, SMALLEST_GROUP, LARGEST_GROUP) ? { kind: 'smallest_group', value } : null),
  working_hours_only: (value) => (value === true ? { kind: 'working_hours_only', value } : null),
  hours,
  forbidden_mode: (value) => (isWord(value) ? { kind: 'forbidden_mode', value } : null),
  forbidden_category: (value) => (isWord(value) ? { kind: 'forbidden_category', value } : null),
  sampling_max_rate: (value) => (typeof value === 'number' && value >= 0 && value <= 1 ? { kind: 'sampling_max_rate', value } : null),
  viewers_only: (value) =>
    Array.isArray(value) && value.length > 0 && value.length <= 20 && value.every(isWord) ? { kind: 'viewers_only', value } : null,
  no_individual_use: (value) => (value === true ? { kind: 'no_individual_use', value } : null),
  always_off_percent: (value) => (isWhole(value, 1, MOST_OFF) ? { kind: 'always_off_percent', value } : null),
  cover: (value) => (value === true ? { kind: 'cover', value } : null),
  ends_on: (value) => (isDay(value) ? { kind: 'ends_on', value } : null),
  evaluate_on: (value) => (isDay(value) ? { kind: 'evaluate_on', value } : null),
};

export const isLimitKind = (value: unknown): value is LimitKind => LIMIT_KINDS.some((kind) => kind === value);

/** A limit from JSON, as it is stored; null when it is none. */
export const readLimit = (given: unknown): MachineLimit | null =>
  isRecord(given) && isLimitKind(given['kind']) ? READERS[given['kind']](given['value']) : null;

/** A limit as people fill it in: each field as it was typed or chosen. */
export interface TypedLimit {
  /** A number, a day, or the code that was chosen. */
  readonly value?: string;
  /** Of a retention; empty: every purpose. */
  readonly purpose?: string;
  /** Of hours: `1` to `7`. */
  readonly days?: readonly string[];
  readonly from?: string;
  readonly to?: string;
  /** A second and a third window, where there are. */
  readonly days2?: readonly string[];
  readonly from2?: string;
  readonly to2?: string;
  readonly days3?: readonly string[];
  readonly from3?: string;
  readonly to3?: string;
  /** Of viewers: their codes. */
  readonly roles?: readonly string[];
}

const numberTyped = (typed: string): number | null => (/^\d+([.,]\d+)?$/.test(typed) ? Number(typed.replace(',', '.')) : null);
/** "8.30", "8:30" and "8" are "08:30" and "08:00". */
const timeTyped = (typed = ''): string => {
  const [, hour = '', minute = '00'] = /^(\d{1,2})(?:[.:](\d{2}))?$/.exec(typed.trim()) ?? [];
  return hour === '' ? '' : `${hour.padStart(2, '0')}:${minute}`;
};
interface TypedWindow {
  readonly days?: readonly string[];
  readonly from?: string;
  readonly to?: string;
}
/** The first window, and those after it of which something was filled in. */
const typedWindows = (typed: TypedLimit): readonly unknown[] => {
  const more: readonly TypedWindow[] = [
    { days: typed.days2, from: typed.from2, to: typed.to2 },
    { days: typed.days3, from: typed.from3, to: typed.to3 },
  ];
  const given = more.filter(({ days = [], from = '', to = '' }) => days.length > 0 || from.trim() !== '' || to.trim() !== '');
  return [typed, ...given].map(({ days, from, to }) => ({ days: (days ?? []).map(Number), from: timeTyped(from), to: timeTyped(to) }));
};
/** A part of a whole, without the noise of a division by a hundred. */
const partOf = (percent: number | null): number | null => (percent === null ? null : Number((percent / 100).toFixed(4)));

/** A limit as people fill it in a form; null when it is none. A sample and a share of people are percentages. */
export const typedLimit = (kind: string, typed: TypedLimit): MachineLimit | null => {
  const text = typed.value?.trim() ?? '';
  switch (kind) {
    case 'retention_max_days':
      return retention({ days: numberTyped(text), purpose: typed.purpose?.trim() || null });
    case 'smallest_group':
    case 'always_off_percent':
      return readLimit({ kind, value: numberTyped(text) });
    case 'sampling_max_rate':
      return readLimit({ kind, value: partOf(numberTyped(text)) });
    case 'working_hours_only':
    case 'no_individual_use':
    case 'cover':
      return readLimit({ kind, value: true });
    case 'hours':
      return hours(typedWindows(typed));
    case 'viewers_only':
      return readLimit({ kind, value: typed.roles ?? [] });
    default:
      return readLimit({ kind, value: text });
  }
};
