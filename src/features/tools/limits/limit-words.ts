import type { Language } from '../../../kernel/actor.js';
import { formatDay, formatNumber, text } from '../../../platform/i18n/index.js';
import {
  ALL_DAYS,
  type CompiledLimits,
  type Hours,
  type HoursWindow,
  type LimitKind,
  type MachineLimit,
  windowsOf,
} from '../../../policy/index.js';
import { valueLabel } from '../questionnaire/shown-value.js';
import { limitsCatalogue, type LimitsKey } from './limits.catalogue.js';

const words = (language: Language) => text(limitsCatalogue, language);

export const limitKindText = (kind: LimitKind, language: Language): string => words(language)(`kind.${kind}`);

/** "a, b and c". */
const listed = (items: readonly string[], language: Language): string => {
  if (items.length < 2) return items.join('');
  return words(language)('list.and', { items: items.slice(0, -1).join(', '), last: items.at(-1) ?? '' });
};

const dayName = (day: number, language: Language): string => words(language)(`day.${day}` as LimitsKey);
/** Days in a row as from-to, others one by one. */
const daysText = (days: readonly number[], language: Language): string => {
  if (ALL_DAYS.every((day) => days.includes(day))) return words(language)('days.all');
  const [first = 1] = days;
  const last = days.at(-1) ?? first;
  const inARow = days.length > 2 && last - first === days.length - 1;
  if (inARow) return words(language)('days.span', { first: dayName(first, language), last: dayName(last, language) });
  return listed(
    days.map((day) => dayName(day, language)),
    language,
  );
};
const clock = (time: string, language: Language): string => (language === 'nl' ? time.replace(':', '.').replace(/^0/, '') : time);

const windowText = ({ days, from, to }: HoursWindow, language: Language): string => {
  const values = { days: daysText(days, language), from: clock(from, language), to: clock(to, language) };
  return words(language)(to <= from ? 'hours.night' : 'hours.day', values);
};
const hoursText = (hours: Hours, language: Language): string => {
  const t = words(language);
  const windows = windowsOf(hours).filter(({ days }) => days.length > 0);
  if (windows.length === 0) return t('limit.never');
  return t('limit.hours', {
    windows: listed(
      windows.map((window) => windowText(window, language)),
      language,
    ),
  });
};

const retentionText = (purpose: string | null, days: number, language: Language): string => {
  const t = words(language);
  if (purpose === null) return t('limit.retention', { days });
  return t('limit.retentionOf', { days, purpose: valueLabel('purposes[].code', purpose, language) });
};
const viewersText = (codes: readonly string[], language: Language): string => {
  const t = words(language);
  if (codes.length === 0) return t('limit.nobody');
  const roles = codes.map((code) => valueLabel('tool.recipients[].role', code, language));
  return t('limit.viewers', { roles: listed(roles, language) });
};
/** A part of 1 as a number of every hundred. */
export const percentText = (rate: number, language: Language): string => formatNumber(Number((rate * 100).toFixed(2)), language);

/** A limit in one sentence, with the names that people know. */
export const limitText = (limit: MachineLimit, language: Language): string => {
  const t = words(language);
  switch (limit.kind) {
    case 'retention_max_days':
      return retentionText(limit.value.purpose, limit.value.days, language);
    case 'smallest_group':
      return t('limit.group', { n: limit.value });
    case 'working_hours_only':
      return t('limit.workingHours');
    case 'hours':
      return hoursText(limit.value, language);
    case 'forbidden_mode':
      return t('limit.mode', { mode: valueLabel('capture.modes', limit.value, language) });
    case 'forbidden_category':
      return t('limit.category', { category: valueLabel('tool.dataCategories[].code', limit.value, language) });
    case 'sampling_max_rate':
      return t('limit.sampling', { percent: percentText(limit.value, language) });
    case 'viewers_only':
      return viewersText(limit.value, language);
    case 'no_individual_use':
      return t('limit.individual');
    case 'always_off_percent':
      return t('limit.alwaysOff', { percent: limit.value });
    case 'cover':
      return t('limit.cover');
    case 'ends_on':
      return t('limit.ends', { day: formatDay(limit.value, language) });
    case 'evaluate_on':
      return t('limit.evaluate', { day: formatDay(limit.value, language) });
  }
};

/** With whom contact is never measured, in one sentence. */
export const protectedText = ({ protectedContacts }: Pick<CompiledLimits, 'protectedContacts'>, language: Language): string => {
  const t = words(language);
  return t('limit.protected', {
    contacts: listed(
      protectedContacts.map((contact) => t(`protected.${contact}`)),
      language,
    ),
  });
};

/** The limits that one compiled set stands for: what was taken together, apart again. */
const limitsIn = (all: CompiledLimits): readonly MachineLimit[] => {
  const when = <T>(value: T | null, limit: (value: T) => MachineLimit): readonly MachineLimit[] => (value === null ? [] : [limit(value)]);
  return [
    ...when(all.retentionMaxDays, (days) => ({ kind: 'retention_max_days', value: { purpose: null, days } })),
    ...Object.entries(all.retentionMaxDaysOf).map(([purpose, days]): MachineLimit => ({
      kind: 'retention_max_days',
      value: { purpose, days },
    })),
    ...when(all.smallestGroup, (value) => ({ kind: 'smallest_group', value })),
    ...(all.workingHoursOnly ? ([{ kind: 'working_hours_only', value: true }] as const) : []),
    ...when(all.hours, (value) => ({ kind: 'hours', value })),
    ...all.forbiddenModes.map((value): MachineLimit => ({ kind: 'forbidden_mode', value })),
    ...all.forbiddenCategories.map((value): MachineLimit => ({ kind: 'forbidden_category', value })),
    ...when(all.samplingMaxRate, (value) => ({ kind: 'sampling_max_rate', value })),
    ...when(all.viewersOnly, (value) => ({ kind: 'viewers_only', value })),
    ...(all.individualUse ? [] : ([{ kind: 'no_individual_use', value: true }] as const)),
    ...when(all.alwaysOffPercent, (value) => ({ kind: 'always_off_percent', value })),
    ...(all.cover ? ([{ kind: 'cover', value: true }] as const) : []),
    ...when(all.endsOn, (value) => ({ kind: 'ends_on', value })),
    ...when(all.evaluateOn, (value) => ({ kind: 'evaluate_on', value })),
  ];
};

/** What is compiled, in sentences: the limits that were set, and at the end the one that always stands. */
export const compiledTexts = (all: CompiledLimits, language: Language): readonly string[] => [
  ...limitsIn(all).map((limit) => limitText(limit, language)),
  protectedText(all, language),
];
