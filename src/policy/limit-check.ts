import type { Json } from '../kernel/canonical.js';
import { coverObstacle } from './cover.js';
import type { Dossier } from './dossier.js';
import type { LimitKind, MachineLimit } from './limits.js';

/** A setting of a version that goes over a limit, or that nobody answered (`found` is null). */
export interface Beyond {
  /** The attribute of the dossier; `today` for a day that has passed. */
  readonly attribute: string;
  /** Of a list: the code of the item that it is about. */
  readonly item: string | null;
  readonly found: Json;
}

type Of<K extends LimitKind> = Extract<MachineLimit, { kind: K }>['value'];
type Found = readonly Beyond[];

const one = (attribute: string, found: Json | undefined, item: string | null = null): Beyond => ({ attribute, item, found: found ?? null });
/** An answer that must be there, and keep the limit. */
const unless = <T extends Json>(attribute: string, found: T | null | undefined, keeps: (found: T) => boolean): Found =>
  found !== null && found !== undefined && keeps(found) ? [] : [one(attribute, found)];
/** A list that must be answered; each item of it that goes over. */
const among = <T>(attribute: string, list: readonly T[] | null | undefined, over: (item: T) => Found): Found =>
  Array.isArray(list) ? list.flatMap(over) : [one(attribute, null)];

/** Purposes that are about one person by their nature. */
const INDIVIDUAL_PURPOSES: readonly string[] = ['evaluation', 'fraud_investigation', 'productivity'];

const overRetention = ({ purpose, days }: Of<'retention_max_days'>, { purposes, home, office }: Dossier): Found => [
  ...among('purposes', purposes, ({ code, retention }) => {
    if (purpose !== null && code !== purpose) return [];
    const kept = retention?.maxDays;
    return typeof kept === 'number' && kept <= days ? [] : [one('purposes[].retention.maxDays', kept, code ?? null)];
  }),
  ...(purpose === null && home?.enabled !== false ? unless('home.retentionDays', home?.retentionDays, (kept) => kept <= days) : []),
  ...(purpose === null && office?.enabled !== false ? unless('office.retentionDays', office?.retentionDays, (kept) => kept <= days) : []),
];

/** A place where there is live viewing has it, whatever the list of modes says. */
const overModes = (forbidden: string, { capture, home, office }: Dossier): Found => [
  ...among('capture.modes', capture?.modes, (mode) => (mode === forbidden ? [one('capture.modes', mode)] : [])),
  ...(forbidden === 'live_view' && home?.liveView ? [one('home.liveView', true)] : []),
  ...(forbidden === 'live_view' && office?.liveView ? [one('office.liveView', true)] : []),
];

const overCodes = (attribute: string, list: readonly { readonly code?: string | null }[] | null | undefined, forbidden: string): Found =>
  among(attribute, list, ({ code }) => (typeof code === 'string' && code !== forbidden ? [] : [one(`${attribute}[].code`, code)]));

const overRate = (rate: number, { capture, home, office }: Dossier): Found => [
  ...among('capture.modes', capture?.modes, (mode) => (mode === 'sampled' ? [] : [one('capture.modes', mode)])),
  ...unless('capture.sampling.rate', capture?.sampling?.rate, (found) => found <= rate),
  ...unless('home.samplingRate', home?.samplingRate ?? 0, (found) => found <= rate),
  ...unless('office.samplingRate', office?.samplingRate ?? 0, (found) => found <= rate),
];

const individualUse = ({ tool, purposes, declared }: Dossier): Found => [
  ...(declared?.individualView ? [one('declared.individualView', true)] : []),
  ...unless('tool.groupScope', tool?.groupScope, (scope) => scope === 'all' || scope === 'group'),
  ...unless('tool.profiling', tool?.profiling, (profiling) => !profiling),
  ...unless(
    'tool.automatedDecisions.payOrDisciplineFromRawMetric',
    tool?.automatedDecisions?.payOrDisciplineFromRawMetric,
    (decides) => !decides,
  ),
  ...among('purposes', purposes, ({ code }) =>
    typeof code === 'string' && !INDIVIDUAL_PURPOSES.includes(code) ? [] : [one('purposes[].code', code)],
  ),
];

/** What keeps a version from leaving people out by lot. */
const withoutCover = (dossier: Dossier): Found => {
  const obstacle = coverObstacle(dossier);
  if (obstacle === 'grade') return [one('enforcement', dossier.enforcement)];
  if (obstacle === null) return [];
  if (dossier.purposes?.length === 0) return [one('purposes', null)];
  return among('purposes', dossier.purposes, (purpose) =>
    coverObstacle({ enforcement: dossier.enforcement, purposes: [purpose] })
      ? [one('purposes[].code', purpose.code, purpose.code ?? null)]
      : [],
  );
};

/** The settings of a version that go over a limit; none when it keeps it. What is not answered goes over. */
export const beyondOf = (limit: MachineLimit, dossier: Dossier): Found => {
  switch (limit.kind) {
    case 'retention_max_days':
      return overRetention(limit.value, dossier);
    case 'smallest_group':
    case 'always_off_percent':
      return [];
    case 'working_hours_only':
    case 'hours':
      return unless('capture.schedule.workingHoursOnly', dossier.capture?.schedule?.workingHoursOnly, (only) => only);
    case 'forbidden_mode':
      return overModes(limit.value, dossier);
    case 'forbidden_category':
      return overCodes('tool.dataCategories', dossier.tool?.dataCategories, limit.value);
    case 'sampling_max_rate':
      return overRate(limit.value, dossier);
    case 'viewers_only':
      return among('tool.recipients', dossier.tool?.recipients, ({ role }) =>
        typeof role === 'string' && limit.value.includes(role) ? [] : [one('tool.recipients[].role', role)],
      );
    case 'no_individual_use':
      return individualUse(dossier);
    case 'cover':
      return withoutCover(dossier);
    case 'ends_on':
    case 'evaluate_on':
      return unless('today', dossier.today, (today) => today <= limit.value);
  }
};

/** Whether a version keeps a limit. What is not answered is not kept. */
export const limitHolds = (limit: MachineLimit, dossier: Dossier): boolean => beyondOf(limit, dossier).length === 0;
