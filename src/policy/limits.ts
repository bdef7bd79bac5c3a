import type { Day } from '../kernel/clock.js';
import type { Dossier } from './dossier.js';

/** A condition of the DPO or the council that a machine can hold. */
export type MachineLimit =
  | { readonly kind: 'retention_max_days'; readonly value: { readonly purpose: string | null; readonly days: number } }
  | { readonly kind: 'smallest_group'; readonly value: number }
  | { readonly kind: 'working_hours_only'; readonly value: true }
  | { readonly kind: 'forbidden_mode'; readonly value: string }
  | { readonly kind: 'forbidden_category'; readonly value: string }
  | { readonly kind: 'sampling_max_rate'; readonly value: number }
  | { readonly kind: 'viewers_only'; readonly value: readonly string[] }
  | { readonly kind: 'no_individual_use'; readonly value: true }
  | { readonly kind: 'ends_on'; readonly value: Day }
  | { readonly kind: 'evaluate_on'; readonly value: Day };
export type LimitKind = MachineLimit['kind'];

export const LIMIT_KINDS: readonly LimitKind[] = [
  'retention_max_days',
  'smallest_group',
  'working_hours_only',
  'forbidden_mode',
  'forbidden_category',
  'sampling_max_rate',
  'viewers_only',
  'no_individual_use',
  'ends_on',
  'evaluate_on',
];

/** Limits that the product itself keeps (groups, ends): they hold as soon as they are compiled, without a change of the version. */
export const KEPT_BY_PRODUCT: readonly LimitKind[] = ['smallest_group', 'ends_on', 'evaluate_on'];

/** All limits on one version taken together; of two on the same thing the stricter one stands. */
export interface CompiledLimits {
  /** Longest retention for every purpose. */
  readonly retentionMaxDays: number | null;
  /** Longest retention of one purpose, by its code. */
  readonly retentionMaxDaysOf: Readonly<Record<string, number>>;
  readonly smallestGroup: number | null;
  readonly workingHoursOnly: boolean;
  readonly forbiddenModes: readonly string[];
  readonly forbiddenCategories: readonly string[];
  readonly samplingMaxRate: number | null;
  /** The only roles that may look; null: no such limit. */
  readonly viewersOnly: readonly string[] | null;
  readonly individualUse: boolean;
  readonly endsOn: Day | null;
  readonly evaluateOn: Day | null;
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
    forbiddenModes: [...new Set(valuesOf(limits, 'forbidden_mode'))],
    forbiddenCategories: [...new Set(valuesOf(limits, 'forbidden_category'))],
    samplingMaxRate: least(valuesOf(limits, 'sampling_max_rate')),
    viewersOnly: allowedByEach(valuesOf(limits, 'viewers_only')),
    individualUse: valuesOf(limits, 'no_individual_use').length === 0,
    endsOn: least(valuesOf(limits, 'ends_on')),
    evaluateOn: least(valuesOf(limits, 'evaluate_on')),
  };
};

const everyOf = <T>(list: readonly T[] | null | undefined, passes: (item: T) => boolean): boolean =>
  Array.isArray(list) && list.every(passes);
const INDIVIDUAL_PURPOSES: readonly string[] = ['evaluation', 'fraud_investigation', 'productivity'];

const retentionHolds = ({ purpose, days }: Of<'retention_max_days'>, dossier: Dossier): boolean => {
  const concerned = dossier.purposes?.filter(({ code }) => purpose === null || code === purpose);
  return everyOf(concerned, ({ retention }) => typeof retention?.maxDays === 'number' && retention.maxDays <= days);
};
const samplingHolds = (rate: number, { capture, home, office }: Dossier): boolean =>
  everyOf(capture?.modes, (mode) => mode === 'sampled') &&
  typeof capture?.sampling?.rate === 'number' &&
  [capture.sampling.rate, home?.samplingRate ?? 0, office?.samplingRate ?? 0].every((each) => each <= rate);
const noIndividualUse = ({ tool, purposes }: Dossier): boolean =>
  (tool?.groupScope === 'all' || tool?.groupScope === 'group') &&
  tool.profiling === false &&
  tool.automatedDecisions?.payOrDisciplineFromRawMetric === false &&
  everyOf(purposes, ({ code }) => typeof code === 'string' && !INDIVIDUAL_PURPOSES.includes(code));
const notPast = (day: Day, { today }: Dossier): boolean => typeof today === 'string' && today <= day;

/** Whether a version keeps a limit. What is not answered is not kept. */
export const limitHolds = (limit: MachineLimit, dossier: Dossier): boolean => {
  switch (limit.kind) {
    case 'retention_max_days':
      return retentionHolds(limit.value, dossier);
    case 'smallest_group':
      return true;
    case 'working_hours_only':
      return dossier.capture?.schedule?.workingHoursOnly === true;
    case 'forbidden_mode':
      return everyOf(dossier.capture?.modes, (mode) => mode !== limit.value);
    case 'forbidden_category':
      return everyOf(dossier.tool?.dataCategories, ({ code }) => typeof code === 'string' && code !== limit.value);
    case 'sampling_max_rate':
      return samplingHolds(limit.value, dossier);
    case 'viewers_only':
      return everyOf(dossier.tool?.recipients, ({ role }) => typeof role === 'string' && limit.value.includes(role));
    case 'no_individual_use':
      return noIndividualUse(dossier);
    case 'ends_on':
    case 'evaluate_on':
      return notPast(limit.value, dossier);
  }
};
