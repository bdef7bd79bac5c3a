import { CAPABILITIES } from './catalogue/capabilities.catalogue.js';
import { dossiersPerCapability, evaluateCapabilities, type CapabilityAnswer } from './capabilities.js';
import type { Dossier } from './dossier.js';
import { limitHolds } from './limit-check.js';
import type { MachineLimit } from './limits.js';

/** Green: the council is told. Amber: a light request. Red, everything else: the full case. */
export type LightColour = 'green' | 'amber';
export type Colour = LightColour | 'red';

/** Which kinds of tools a class is about. A list that is empty lets nothing in. */
export interface FrameworkScope {
  readonly categories: readonly string[];
  readonly modes: readonly string[];
  readonly purposes: readonly string[];
  readonly dataCategories: readonly string[];
  readonly contentLevelMax: 0 | 1 | 2;
  /** Of audio, video and location, what may be captured. */
  readonly sensors: readonly string[];
  readonly atHome: boolean;
  readonly privateDevices: boolean;
}
export interface FrameworkClass {
  readonly colour: LightColour;
  readonly scope: FrameworkScope;
  readonly limits: readonly MachineLimit[];
}
/** What a version is judged on: its facts with the residual risk of its DPIA, and everything that the product can do. */
export interface FrameworkSubject {
  readonly dossier: Dossier;
  readonly capabilities: readonly CapabilityAnswer[];
}

export const SENSORS = ['audio', 'video', 'location'] as const;
export type OutsideCode =
  | 'capabilities'
  | 'unreadable'
  | 'prohibited'
  | 'residual_risk'
  | 'never_light'
  | 'category'
  | 'modes'
  | 'purposes'
  | 'data_categories'
  | 'content_level'
  | 'sensors'
  | 'places'
  | 'home'
  | 'devices'
  | 'supplier'
  | 'limit';
/** One way in which a version lies outside a class, or is not shown to lie inside. `limit`: which of the class's limits. */
export interface Outside {
  readonly code: OutsideCode;
  readonly limit?: MachineLimit;
}

const everyOf = <T>(list: readonly T[] | null | undefined, passes: (item: T) => boolean): boolean =>
  Array.isArray(list) && list.every(passes);
const someOf = <T>(list: readonly T[] | null | undefined, passes: (item: T) => boolean): boolean =>
  Array.isArray(list) && list.length > 0 && list.every(passes);
const among = (allowed: readonly string[]) => (value: unknown) => typeof value === 'string' && allowed.includes(value);

const CODES: ReadonlySet<string> = new Set(CAPABILITIES.map(({ code }) => code));
/** Everything about the product is known, and something of it is there: what nobody answered could be anything. */
const capabilitiesAreKnown = (answers: readonly CapabilityAnswer[]): boolean =>
  answers.some(({ can }) => can === true) &&
  answers.every(({ code, can, on, reach }) => CODES.has(code) && (can === false || (can === true && on !== null && reach !== null)));

/** What is never agreed in advance, whatever a class says. */
const isOrdinary = ({ tool, declared }: Dossier): boolean =>
  (declared?.individualView ?? null) === null &&
  tool?.covert === false &&
  tool.profiling === false &&
  tool.behaviourDetection === false &&
  tool.ai?.isAi === false &&
  tool.emotion?.inferredByAi === false &&
  tool.automatedDecisions?.solelyAutomated === false &&
  tool.automatedDecisions.significantEffect === false &&
  tool.automatedDecisions.payOrDisciplineFromRawMetric === false &&
  tool.unneededFeaturesOff === true &&
  (tool.groupScope === 'all' || tool.groupScope === 'group') &&
  someOf(tool.dataSubjects, (subject) => typeof subject === 'string') &&
  everyOf(tool.dataCategories, ({ specialCategory, criminal }) => (specialCategory ?? null) === null && criminal === false);

const supplierIsOrdinary = ({ transfers, processors }: Dossier): boolean =>
  Array.isArray(transfers) && transfers.length === 0 && everyOf(processors, ({ ownPurposes }) => ownPurposes === false);

const homeFits = ({ atHome }: FrameworkScope, { home }: Dossier): boolean =>
  home?.enabled === false || (home?.enabled === true && atHome && home.liveView === false);
const PLACE_NUMBERS = ['contentLevel', 'modeRank', 'retentionDays', 'viewers'] as const;
const placesAreKnown = ({ home, office }: Dossier): boolean =>
  [home, office].every(
    (place) => place?.enabled === false || (place?.enabled === true && PLACE_NUMBERS.every((name) => typeof place[name] === 'number')),
  );
const contentFits = ({ contentLevelMax: most }: FrameworkScope, { capture, home, office }: Dossier): boolean => {
  const fits = (level: number | null | undefined): boolean => typeof level === 'number' && level <= most;
  return fits(capture?.contentLevel) && [home, office].every((place) => place?.enabled === false || fits(place?.contentLevel));
};
const sensorsFit = ({ sensors }: FrameworkScope, { capture, home, office }: Dossier): boolean => {
  const heard = sensors.includes('audio') || sensors.includes('video');
  return (
    SENSORS.every((sensor) => capture?.[sensor] === false || (capture?.[sensor] === true && sensors.includes(sensor))) &&
    [home, office].every((place) => place?.enabled === false || place?.audioVideo === false || (place?.audioVideo === true && heard))
  );
};
const devicesFit = ({ privateDevices }: FrameworkScope, { tool }: Dossier): boolean =>
  someOf(tool?.deviceOwnership, (owner) => owner === 'employer' || (owner === 'private' && privateDevices && tool?.containerised === true));

const FITS: Readonly<Partial<Record<OutsideCode, (scope: FrameworkScope, dossier: Dossier) => boolean>>> = {
  never_light: (_, dossier) => isOrdinary(dossier),
  category: ({ categories }, { tool }) => among(categories)(tool?.category),
  modes: ({ modes }, { capture }) => someOf(capture?.modes, among(modes)),
  purposes: ({ purposes: allowed }, { purposes, tool }) =>
    someOf(purposes, ({ code, secondaryOf }) => among(allowed)(code) && (secondaryOf ?? null) === null) &&
    everyOf(tool?.dataCategories, ({ purposes: uses }) => someOf(uses, among(allowed))),
  data_categories: ({ dataCategories }, { tool }) => someOf(tool?.dataCategories, ({ code }) => among(dataCategories)(code)),
  content_level: contentFits,
  sensors: sensorsFit,
  places: (_, dossier) => placesAreKnown(dossier),
  home: homeFits,
  devices: devicesFit,
  supplier: (_, dossier) => supplierIsOrdinary(dossier),
};
const TOLD_BY_DOSSIER = Object.keys(FITS) as OutsideCode[];

const keyOf = ({ code, limit }: Outside): string => (limit ? `${code} ${JSON.stringify(limit)}` : code);
const onceEach = (outside: readonly Outside[]): readonly Outside[] => [...new Map(outside.map((one) => [keyOf(one), one])).values()];

const judge = (
  { scope, limits }: Pick<FrameworkClass, 'scope' | 'limits'>,
  { dossier, capabilities }: FrameworkSubject,
): readonly Outside[] => {
  const found: Outside[] = [];
  if (!capabilitiesAreKnown(capabilities)) found.push({ code: 'capabilities' });
  const { verdict, reason } = evaluateCapabilities(dossier, capabilities);
  if (reason !== undefined) found.push({ code: 'unreadable' });
  if (verdict === 'PROHIBITED') found.push({ code: 'prohibited' });
  const risk = dossier.dpia?.residualRisk ?? null;
  if (risk !== 'low' && risk !== 'medium') found.push({ code: 'residual_risk' });
  for (const one of [dossier, ...dossiersPerCapability(dossier, capabilities)]) {
    for (const code of TOLD_BY_DOSSIER) if (!FITS[code]?.(scope, one)) found.push({ code });
    for (const limit of limits) if (!limitHolds(limit, one)) found.push({ code: 'limit', limit });
  }
  return onceEach(found);
};

/**
 * Everything by which a version is not shown to lie inside a class; empty when it does. What was answered must lie inside, and so must each
 * capability that is on, or that one administrator could switch on, with its own category, modes and level. What is unknown, unanswered or
 * unreadable lies outside.
 */
export const outsideOf = (one: Pick<FrameworkClass, 'scope' | 'limits'>, subject: FrameworkSubject): readonly Outside[] => {
  try {
    return judge(one, subject);
  } catch {
    return [{ code: 'unreadable' }];
  }
};

/** The class of a version under a framework: the lightest class inside which it provably lies, else red. */
export const colourOf = (classes: readonly FrameworkClass[], subject: FrameworkSubject): Colour => {
  for (const colour of ['green', 'amber'] as const) {
    if (classes.some((one) => one.colour === colour && outsideOf(one, subject).length === 0)) return colour;
  }
  return 'red';
};
