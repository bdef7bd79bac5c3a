import { LIMIT_KINDS, type LimitKind, type MachineLimit } from './limits.js';
import { isDay } from './reading.js';

const LONGEST_DAYS = 3650;
const LARGEST_GROUP = 10_000;
const SMALLEST_GROUP = 5;
const WORD = /^[a-z][a-z0-9_]{0,59}$/;

const isWhole = (value: unknown, from: number, to: number): value is number =>
  Number.isInteger(value) && Number(value) >= from && Number(value) <= to;
const isWord = (value: unknown): value is string => typeof value === 'string' && WORD.test(value);
const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const retention = (value: unknown): MachineLimit | null => {
  if (!isRecord(value) || !isWhole(value['days'], 0, LONGEST_DAYS)) return null;
  const purpose = value['purpose'] ?? null;
  if (purpose !== null && !isWord(purpose)) return null;
  return { kind: 'retention_max_days', value: { purpose, days: value['days'] } };
};

const READERS: Readonly<Record<LimitKind, (value: unknown) => MachineLimit | null>> = {
  retention_max_days: retention,
  smallest_group: (value) => (isWhole(value, SMALLEST_GROUP, LARGEST_GROUP) ? { kind: 'smallest_group', value } : null),
  working_hours_only: (value) => (value === true ? { kind: 'working_hours_only', value } : null),
  forbidden_mode: (value) => (isWord(value) ? { kind: 'forbidden_mode', value } : null),
  forbidden_category: (value) => (isWord(value) ? { kind: 'forbidden_category', value } : null),
  sampling_max_rate: (value) => (typeof value === 'number' && value >= 0 && value <= 1 ? { kind: 'sampling_max_rate', value } : null),
  viewers_only: (value) =>
    Array.isArray(value) && value.length > 0 && value.length <= 20 && value.every(isWord) ? { kind: 'viewers_only', value } : null,
  no_individual_use: (value) => (value === true ? { kind: 'no_individual_use', value } : null),
  ends_on: (value) => (isDay(value) ? { kind: 'ends_on', value } : null),
  evaluate_on: (value) => (isDay(value) ? { kind: 'evaluate_on', value } : null),
};

const isLimitKind = (value: unknown): value is LimitKind => LIMIT_KINDS.some((kind) => kind === value);

/** A limit from JSON, as it is stored; null when it is none. */
export const readLimit = (given: unknown): MachineLimit | null =>
  isRecord(given) && isLimitKind(given['kind']) ? READERS[given['kind']](given['value']) : null;

const numberTyped = (typed: string): number | null => (/^\d+([.,]\d+)?$/.test(typed) ? Number(typed.replace(',', '.')) : null);
const wordsTyped = (typed: string): readonly string[] => typed.split(/[\s,;]+/).filter((word) => word !== '');

/** A limit as people type it in a form: the value as text, and for a retention the purpose (empty: every purpose). */
export const typedLimit = (kind: string, typed: string, purpose = ''): MachineLimit | null => {
  const text = typed.trim();
  switch (kind) {
    case 'retention_max_days':
      return retention({ days: numberTyped(text), purpose: purpose.trim() || null });
    case 'smallest_group':
    case 'sampling_max_rate':
      return readLimit({ kind, value: numberTyped(text) });
    case 'working_hours_only':
    case 'no_individual_use':
      return readLimit({ kind, value: true });
    case 'viewers_only':
      return readLimit({ kind, value: wordsTyped(text) });
    default:
      return readLimit({ kind, value: text });
  }
};
