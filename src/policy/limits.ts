import type { Day } from '../kernel/clock.js';
import { bothHours, type Hours } from './hours.js';

/** A condition of the DPO or the council that a machine can hold. */
export type MachineLimit =
  | { readonly kind: 'retention_max_days'; readonly value: { readonly purpose: string | null; readonly days: number } }
  | { readonly kind: 'smallest_group'; readonly value: number }
  | { readonly kind: 'working_hours_only'; readonly value: true }
  | { readonly kind: 'hours'; readonly value: Hours }
  | { readonly kind: 'forbidden_mode'; readonly value: string }
  | { readonly kind: 'forbidden_category'; readonly value: string }
  | { readonly kind: 'sampling_max_rate'; readonly value: number }
  | { readonly kind: 'viewers_only'; readonly value: readonly string[] }
  | { readonly kind: 'no_individual_use'; readonly value: true }
  /** At least so many people of every hundred in scope are never measured. */
  | { readonly kind: 'always_off_percent'; readonly value: number }
  /** A share of the people is left out by lot, another one each day, so that being out tells nothing. */
  | { readonly kind: 'cover'; readonly value: true }
  | { readonly kind: 'ends_on'; readonly value: Day }
  | { readonly kind: 'evaluate_on'; readonly value: Day };
export type LimitKind = MachineLimit['kind'];

export const LIMIT_KINDS: readonly LimitKind[] = [
  'retention_max_days',
  'smallest_group',
  'working_hours_only',
  'hours',
  'forbidden_mode',
  'forbidden_category',
  'sampling_max_rate',
  'viewers_only',
  'no_individual_use',
  'always_off_percent',
  'cover',
  'ends_on',
  'evaluate_on',
];

/** Limits that the product itself keeps (groups, people who are off, ends): they hold as soon as they are compiled, without a change of the version. */
export const KEPT_BY_PRODUCT: readonly LimitKind[] = ['smallest_group', 'always_off_percent', 'ends_on', 'evaluate_on'];

/** With whom contact is never measured, whatever was decided: a limit of every version, that nobody sets and nobody lifts. */
export const PROTECTED_CONTACTS = ['works_council', 'union', 'confidential_adviser', 'dpo', 'company_doctor', 'countersign'] as const;
export type ProtectedContact = (typeof PROTECTED_CONTACTS)[number];

/** All limits on one version taken together; of two on the same thing the stricter one stands. */
export interface CompiledLimits {
  /** Longest retention for every purpose. */
  readonly retentionMaxDays: number | null;
  /** Longest retention of one purpose, by its code. */
  readonly retentionMaxDaysOf: Readonly<Record<string, number>>;
  readonly smallestGroup: number | null;
  readonly workingHoursOnly: boolean;
  /** Only then; null: no such limit. Of several what all of them allow, which may be nothing. */
  readonly hours: Hours | null;
  readonly forbiddenModes: readonly string[];
  readonly forbiddenCategories: readonly string[];
  readonly samplingMaxRate: number | null;
  /** The only roles that may look; null: no such limit. */
  readonly viewersOnly: readonly string[] | null;
  readonly individualUse: boolean;
  readonly alwaysOffPercent: number | null;
  /** Demanded by a condition; the product draws it wherever a version allows it. */
  readonly cover: boolean;
  readonly endsOn: Day | null;
  readonly evaluateOn: Day | null;
  readonly protectedContacts: readonly ProtectedContact[];
}

const least = <T extends number | Day>(values: readonly T[]): T | null =>
  values.length === 0 ? null : values.reduce((a, b) => (b < a ? b : a));
const most = (values: readonly number[]): number | null => (values.length === 0 ? null : Math.max(...values));

type Of<K extends LimitKind> = Extract<MachineLimit, { kind: K }>['value'];
const valuesOf = <K extends LimitKind>(limits: readonly MachineLimit[], kind: K): Of<K>[] =>
  limits.filter((limit): limit is Extract<MachineLimit, { kind: K }> => limit.kind === kind).map((limit) => limit.value as Of<K>);

const perPurpose = (retention: readonly Of<'retention_max_days'>[]): Readonly<Record<string, number>> => {
  const strictest: Record<string, number> = {};
  for (const { purpose, days } of retention) {
    if (purpose !== null) strictest[purpose] = Math.min(strictest[purpose] ?? days, days);
  }
  return strictest;
};
const allowedByEach = (lists: readonly (readonly string[])[]): readonly string[] | null =>
  lists.length === 0 ? null : (lists[0] ?? []).filter((role) => lists.every((list) => list.includes(role)));

export const compileLimits = (limits: readonly MachineLimit[]): CompiledLimits => {
  const retention = valuesOf(limits, 'retention_max_days');
  return {
    retentionMaxDays: least(retention.filter(({ purpose }) => purpose === null).map(({ days }) => days)),
    retentionMaxDaysOf: perPurpose(retention),
    smallestGroup: most(valuesOf(limits, 'smallest_group')),
    workingHoursOnly: valuesOf(limits, 'working_hours_only').length > 0,
    hours: valuesOf(limits, 'hours').reduce<Hours | null>((all, one) => (all ? bothHours(all, one) : one), null),
    forbiddenModes: [...new Set(valuesOf(limits, 'forbidden_mode'))],
    forbiddenCategories: [...new Set(valuesOf(limits, 'forbidden_category'))],
    samplingMaxRate: least(valuesOf(limits, 'sampling_max_rate')),
    viewersOnly: allowedByEach(valuesOf(limits, 'viewers_only')),
    individualUse: valuesOf(limits, 'no_individual_use').length === 0,
    alwaysOffPercent: most(valuesOf(limits, 'always_off_percent')),
    cover: valuesOf(limits, 'cover').length > 0,
    endsOn: least(valuesOf(limits, 'ends_on')),
    evaluateOn: least(valuesOf(limits, 'evaluate_on')),
    protectedContacts: PROTECTED_CONTACTS,
  };
};

/** Limits as they were stored with an activation or an order; what was not known then limits nothing. */
export const storedLimits = (stored: unknown): CompiledLimits => ({
  ...compileLimits([]),
  ...(typeof stored === 'object' && stored !== null && !Array.isArray(stored) ? stored : {}),
});
