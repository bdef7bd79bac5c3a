import type { Metric } from '../../../../policy/index.js';
import { type Body, numberIn, strayIn, typedCount, typedNumber, typedText } from './typed-rows.js';

const PARTS = ['code', 'titleNl', 'titleEn', 'category', 'kind', 'unit', 'level', 'min', 'max'] as const;
/** A metric as it stands in the form: texts, perhaps not usable yet. */
export type TypedMetric = Readonly<Record<(typeof PARTS)[number], string>>;
const MAX_ROWS = 41;

const EMPTY_METRIC: TypedMetric = {
  code: '',
  titleNl: '',
  titleEn: '',
  category: '',
  kind: '',
  unit: '',
  level: 'group',
  min: '0',
  max: '',
};
export const metricRows = (metrics: readonly Metric[]): readonly TypedMetric[] =>
  metrics.map((metric) => ({ ...metric, min: typedNumber(metric.min), max: typedNumber(metric.max) }));

/** The kinds and levels are checked where they are written: here they stand as they were typed. */
const metricOf = (row: TypedMetric): Metric => ({
  ...row,
  kind: row.kind as Metric['kind'],
  level: row.level as Metric['level'],
  min: numberIn(row.min),
  max: numberIn(row.max),
});
const isFilled = (row: TypedMetric): boolean =>
  ['code', 'titleNl', 'titleEn', 'category', 'kind', 'unit', 'max'].some((part) => row[part as 'code'] !== '');

export interface ReadMetrics {
  readonly rows: readonly TypedMetric[];
  readonly metrics: readonly Metric[];
  /** "Add" or "remove" was pressed: nothing is saved. */
  readonly isEdit: boolean;
  readonly stray: readonly string[];
}

/** Rows `metrics|n|part`; a row in which nothing is filled in does not count. */
export const readMetrics = (body: Body): ReadMetrics => {
  const count = typedCount(body, 'rows', MAX_ROWS);
  const all = Array.from(
    { length: count },
    (_, at) => Object.fromEntries(PARTS.map((part) => [part, typedText(body, `metrics|${at}|${part}`)])) as TypedMetric,
  );
  const [adds, removes] = [typeof body['_add'] === 'string', typedText(body, '_remove')];
  const left = removes === '' ? all : all.filter((_, at) => String(at) !== removes);
  const rows = adds && left.length < MAX_ROWS ? [...left, EMPTY_METRIC] : left;
  const known = ['rows', ...all.flatMap((_, at) => PARTS.map((part) => `metrics|${at}|${part}`))];
  return { rows, metrics: all.filter(isFilled).map(metricOf), isEdit: adds || removes !== '', stray: strayIn(body, known) };
};
