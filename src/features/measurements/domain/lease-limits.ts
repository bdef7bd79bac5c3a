import { type Hours, readHours } from '../../../policy/index.js';

/** A metric as a lease allows it. */
export interface AllowedMetric {
  readonly code: string;
  readonly category: string;
  readonly kind: 'count' | 'sum' | 'people';
  readonly unit: string;
  /** `group`: added up on arrival; the person never reaches the disk. */
  readonly level: 'group' | 'person';
  readonly min: number;
  readonly max: number;
}

/** What a lease allows to be measured. What it does not say is not allowed. */
export interface LeaseLimits {
  readonly metrics: ReadonlyMap<string, AllowedMetric>;
  readonly places: readonly string[];
  /** Only then; null: at any time. */
  readonly hours: Hours | null;
  /** At most so long; null: the lease sets no limit of its own. */
  readonly retentionDays: number | null;
  readonly alwaysOffPercent: number | null;
  /** The share of the minutes that may be measured, 0 to 1; null: all of them. */
  readonly sampling: number | null;
  /** At most one value of a metric in so many seconds; null: each event. */
  readonly intervalSeconds: number | null;
}

type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const metricOf = (value: unknown): AllowedMetric | null => {
  const { code, category, kind, unit, level, min, max } = fieldsOf(value);
  if (!isText(code) || !isText(category) || !isText(unit) || !isNumber(min) || !isNumber(max)) return null;
  if (kind !== 'count' && kind !== 'sum' && kind !== 'people') return null;
  if (level !== 'group' && level !== 'person') return null;
  return { code, category, kind, unit, level: kind === 'people' ? 'group' : level, min, max };
};

/** Hours that cannot be read allow nothing. */
const hoursOf = (value: unknown): Hours | null => {
  if (value === null || value === undefined) return null;
  return readHours(value) ?? [];
};

/** A share that cannot be read allows nothing. */
const shareOf = (value: unknown): number | null => {
  if (value === null || value === undefined) return null;
  return isNumber(value) ? value : 0;
};

/** The limits in a lease that was verified. `scope`: its categories, with spaces between them. */
export const limitsOf = (lim: unknown, scope: string): LeaseLimits => {
  const { metrics, places, schedule, hours, retentionDays, alwaysOffPercent, sampling, granularity } = fieldsOf(lim);
  const { intervalSeconds } = fieldsOf(granularity);
  const categories = scope.split(' ');
  const allowed = listOf(metrics)
    .map(metricOf)
    .filter((metric): metric is AllowedMetric => metric !== null && categories.includes(metric.category.replace(/\s+/g, '_')));
  return {
    metrics: new Map(allowed.map((metric) => [metric.code, metric])),
    places: listOf(places).filter(isText),
    hours: hoursOf(fieldsOf(schedule)['hours'] ?? hours),
    retentionDays: isNumber(retentionDays) ? retentionDays : null,
    alwaysOffPercent: isNumber(alwaysOffPercent) ? alwaysOffPercent : null,
    sampling: shareOf(sampling),
    intervalSeconds: isNumber(intervalSeconds) && intervalSeconds > 0 ? intervalSeconds : null,
  };
};
