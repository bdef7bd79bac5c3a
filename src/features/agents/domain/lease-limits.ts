import type { CompiledLimits, Declarations, Dossier, Hours, Metric } from '../../../policy/index.js';

/** In which hours are read: conditions name hours as clocks in the Netherlands show them. */
const ZONE = 'Europe/Amsterdam';
const PLACES = ['home', 'office'] as const;
type Place = (typeof PLACES)[number];

/** What a lease allows: the version as it was approved, within every condition. What it does not name is not allowed. */
export interface LeaseLimits extends CompiledLimits {
  /** No lease of this activation lasts longer. */
  readonly lifetimeSeconds: number;
  readonly metrics: readonly Pick<Metric, 'code' | 'category' | 'kind' | 'unit' | 'level' | 'min' | 'max'>[];
  readonly schedule: { readonly timezone: string; readonly hours: Hours | null; readonly workingHoursOnly: boolean };
  readonly places: readonly Place[];
  /** The share that may be measured, 0 to 1; null: all of it. */
  readonly sampling: number | null;
  /** Nothing is kept longer; what serves one purpose may have to go sooner. */
  readonly retentionDays: number | null;
  readonly granularity: {
    /** Between two values of one thing at least so many seconds; null: each event. */
    readonly intervalSeconds: number | null;
    /** 0: that something happened; 1: what about; 2: what it said. */
    readonly contentLevel: number;
  };
}

const known = (values: readonly (number | null | undefined)[]): readonly number[] => values.filter((value) => typeof value === 'number');
const least = (...values: readonly (number | null | undefined)[]): number | null => {
  const found = known(values);
  return found.length === 0 ? null : Math.min(...found);
};
const most = (...values: readonly (number | null | undefined)[]): number | null => {
  const found = known(values);
  return found.length === 0 ? null : Math.max(...found);
};

/** The data categories that the version declares and no condition forbids. */
const categoriesOf = ({ tool }: Dossier, { forbiddenCategories }: CompiledLimits): readonly string[] =>
  (tool?.dataCategories ?? []).map(({ code }) => (code ?? '').trim()).filter((code) => code !== '' && !forbiddenCategories.includes(code));

/** What may be collected: codes of data categories, with spaces between them (RFC 6749, 3.3). */
export const scopeOf = (dossier: Dossier, limits: CompiledLimits): string =>
  [...new Set(categoriesOf(dossier, limits).map((code) => code.replace(/\s+/g, '_')))].join(' ');

const placesOf = (dossier: Dossier): readonly Place[] => PLACES.filter((place) => dossier[place]?.enabled === true);

const samplingOf = ({ capture }: Dossier, { samplingMaxRate }: CompiledLimits): number | null =>
  least(samplingMaxRate, capture?.modes?.includes('sampled') ? capture.sampling?.rate : null);

const retentionOf = (dossier: Dossier, limits: CompiledLimits): number | null => {
  const purposes = (dossier.purposes ?? []).map(({ code, retention }) =>
    least(retention?.maxDays, limits.retentionMaxDaysOf[code ?? ''], limits.retentionMaxDays),
  );
  const places = placesOf(dossier).map((place) => dossier[place]?.retentionDays);
  return least(most(...purposes), most(...places), limits.retentionMaxDays);
};

/** The stricter of the places where it is measured: a device does not always know where it is. */
const granularityOf = (dossier: Dossier): LeaseLimits['granularity'] => {
  const places = placesOf(dossier).map((place) => dossier[place]);
  const contentLevel = least(dossier.capture?.contentLevel, ...places.map((place) => place?.contentLevel)) ?? 0;
  return { intervalSeconds: most(...places.map((place) => place?.intervalSeconds)), contentLevel };
};

/** `minutes`: how long a lease lasts, as the activation names it. */
export const leaseLimits = (
  dossier: Dossier,
  limits: CompiledLimits,
  { metrics }: Pick<Declarations, 'metrics'>,
  minutes: number,
): LeaseLimits => {
  const categories = categoriesOf(dossier, limits);
  const workingHoursOnly = limits.workingHoursOnly || dossier.capture?.schedule?.workingHoursOnly !== false;
  return {
    ...limits,
    lifetimeSeconds: minutes * 60,
    metrics: metrics
      .filter(({ category }) => categories.includes(category))
      .map(({ code, category, kind, unit, level, min, max }) => ({ code, category, kind, unit, level, min, max })),
    schedule: { timezone: ZONE, hours: limits.hours, workingHoursOnly },
    places: placesOf(dossier),
    sampling: samplingOf(dossier, limits),
    retentionDays: retentionOf(dossier, limits),
    granularity: granularityOf(dossier),
  };
};
