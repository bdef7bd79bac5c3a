import { CAPABILITIES, type Capability, type CapabilityCode, type CapabilityFact } from './catalogue/capabilities.catalogue.js';
import type { Capture, Dossier, PlaceProfile } from './dossier.js';
import { evaluate, verdictOf, type Evaluation, type RuleResult } from './evaluate.js';
import type { Pack } from './packs/packs.js';

export type Reach = 'nobody' | 'one_admin' | 'two_persons' | 'version_change';
/** What HR and IT answer per capability: can the product do it, is it on, who could switch it on. */
export interface CapabilityAnswer {
  readonly code: CapabilityCode;
  readonly can: boolean | null;
  readonly on: boolean | null;
  readonly reach: Reach | null;
}

const BY_CODE: ReadonlyMap<string, Capability> = new Map(CAPABILITIES.map((one) => [one.code, one]));
const SENSORS = [
  'microphone',
  'webcam',
  'calls_recorded',
  'calls_sampled',
  'calls_listened_in',
  'site_cameras',
  'site_cameras_live',
  'worn_sensor',
];
const MODE_RANKS: Readonly<Record<string, number>> = {
  live_view: 4,
  continuous: 3,
  retroactive_buffer: 3,
  sampled: 2,
  event_triggered: 1,
  manual_start: 1,
};

const isThere = ({ can }: CapabilityAnswer): boolean => can !== false;
const isLocked = ({ reach }: CapabilityAnswer): boolean => reach !== null && reach !== 'one_admin';
/** On, or off but within reach of one administrator. What is unanswered counts as on. */
const isActive = (answer: CapabilityAnswer): boolean => isThere(answer) && (answer.on !== false || !isLocked(answer));

const known = (answers: readonly CapabilityAnswer[]): readonly Capability[] =>
  answers.flatMap(({ code }) => {
    const capability = BY_CODE.get(code);
    return capability ? [capability] : [];
  });
const activeOf = (answers: readonly CapabilityAnswer[]): readonly Capability[] => known(answers.filter(isActive));
const highest = (capabilities: readonly Capability[]): Capability | null =>
  capabilities.reduce<Capability | null>((top, one) => (top === null || one.step > top.step ? one : top), null);
const has = (capability: Capability, fact: CapabilityFact): boolean => capability.sets.includes(fact);

/** A capability that only infers works on a sensor: the most intrusive one there is, else a microphone. */
const onItsSensor = (capability: Capability, active: readonly Capability[]): Capability => {
  if (capability.category !== 'sensor') return capability;
  const sensor = highest(active.filter(({ code }) => SENSORS.includes(code))) ?? BY_CODE.get('microphone');
  return { ...capability, category: sensor?.category ?? 'microphone', sets: [...capability.sets, ...(sensor?.sets ?? [])] };
};

/** How near a capability is. What is unanswered counts as on. */
export type Nearness = 'on' | 'one_admin';
/** The capabilities that are on or within one administrator's reach, by code; the others are not there. */
export const nearCapabilities = (answers: readonly CapabilityAnswer[]): ReadonlyMap<string, Nearness> =>
  new Map(
    answers
      .filter((answer) => BY_CODE.has(answer.code) && isActive(answer))
      .map(({ code, on }) => [code, on === false ? 'one_admin' : 'on']),
  );

/** `tool.category`: that of the most intrusive capability that is on or within one administrator's reach. */
export const categoryOf = (answers: readonly CapabilityAnswer[]): string | null => {
  const active = activeOf(answers);
  const top = highest(active);
  return top && onItsSensor(top, active).category;
};

/** The facts that follow from the list: nothing unneeded within one person's reach, AI, and mood inferred by AI. */
export const capabilityFacts = (
  answers: readonly CapabilityAnswer[],
): { readonly category: string | null; readonly unneededFeaturesOff: boolean; readonly isAi: boolean; readonly inferredByAi: boolean } => {
  const active = activeOf(answers);
  return {
    category: categoryOf(answers),
    unneededFeaturesOff:
      answers.length > 0 && answers.every((one) => one.can === false || one.on === true || (one.on === false && isLocked(one))),
    isAi: active.some((one) => has(one, 'isAi')),
    inferredByAi: active.some((one) => has(one, 'inferredByAi')),
  };
};

const unexplained = (modes: readonly string[], active: readonly Capability[]): readonly string[] => {
  const explained = new Set(active.flatMap((one) => one.modes));
  return modes.filter((mode) => !explained.has(mode));
};

const captureOf = (capability: Capability, capture: Capture, active: readonly Capability[]): Capture => {
  const configured = capture.modes ?? [];
  const sensed = (fact: 'audio' | 'video' | 'location'): boolean =>
    has(capability, fact) || (capture[fact] === true && !active.some((one) => has(one, fact)));
  const modes = [...new Set([...capability.modes, ...unexplained(configured, capability.modes.length > 0 ? active : [])])];
  return {
    ...capture,
    modes: modes.length > 0 ? modes : (capture.modes ?? null),
    contentLevel: capability.contentLevel,
    audio: sensed('audio'),
    video: sensed('video'),
    location: sensed('location'),
    stores: has(capability, 'stores') ? true : (capture.stores ?? null),
  };
};

const DIMENSIONS = ['contentLevel', 'modeRank'] as const;
/** Puts the capability's level and mode in for both places, unless the answers say that home is the stricter one. */
const placesOf = (
  dossier: Dossier,
  capability: Capability,
  capture: Capture,
): { readonly home: PlaceProfile; readonly office: PlaceProfile } => {
  const brought = {
    contentLevel: capability.contentLevel,
    modeRank: Math.max(0, ...(capture.modes ?? []).map((mode) => MODE_RANKS[mode] ?? 0)),
  };
  let home = dossier.home ?? {};
  let office = dossier.office ?? {};
  for (const dimension of DIMENSIONS) {
    if ((home[dimension] ?? 0) > (office[dimension] ?? 0)) continue;
    if (home.enabled === true) home = { ...home, [dimension]: brought[dimension] };
    if (office.enabled === true) office = { ...office, [dimension]: brought[dimension] };
  }
  return { home, office };
};

const special = (dossier: Dossier, capability: Capability): Dossier['tool'] => {
  const tool = dossier.tool ?? {};
  const categories = tool.dataCategories ?? [];
  if (!capability.specialCategory || categories.some((one) => one.specialCategory === capability.specialCategory)) return tool;
  const brought = { code: capability.code, source: 'observed', specialCategory: capability.specialCategory, criminal: false, purposes: [] };
  return { ...tool, dataCategories: [...categories, brought] };
};

const dossierFor = (dossier: Dossier, capability: Capability, active: readonly Capability[]): Dossier => {
  const capture = captureOf(capability, dossier.capture ?? {}, active);
  const tool = special(dossier, capability) ?? {};
  return {
    ...dossier,
    ...placesOf(dossier, capability, capture),
    capture,
    tool: {
      ...tool,
      category: capability.category,
      ...(has(capability, 'profiling') ? { profiling: true } : {}),
      ...(has(capability, 'behaviourDetection') ? { behaviourDetection: true } : {}),
      ...(has(capability, 'isAi') ? { ai: { ...tool.ai, isAi: true } } : {}),
      ...(has(capability, 'inferredByAi') ? { emotion: { ...tool.emotion, inferredByAi: true } } : {}),
    },
  };
};

/** One dossier for each capability that is on or within one administrator's reach; without any, the dossier without a category. */
export const dossiersPerCapability = (dossier: Dossier, answers: readonly CapabilityAnswer[]): readonly Dossier[] => {
  const active = activeOf(answers);
  if (active.length === 0) return [{ ...dossier, tool: { ...dossier.tool, category: null } }];
  return active.map((capability) => dossierFor(dossier, onItsSensor(capability, active), active));
};

const GRAVITY = { 'N/A': 0, PASS: 1, FAIL: 2 } as const;
const weight = (rule: RuleResult): number => GRAVITY[rule.outcome] * 2 + (rule.severity === 'blocks' ? 1 : 0);
const worse = (one: RuleResult, other: RuleResult): RuleResult => (weight(other) > weight(one) ? other : one);

/** The union of the findings, each at its worst, and the worst verdict. */
export const evaluateCapabilities = (dossier: Dossier, answers: readonly CapabilityAnswer[], pack?: Pack): Evaluation => {
  const all = dossiersPerCapability(dossier, answers).map((one) => evaluate(one, pack));
  const unjudged = all.find(({ reason }) => reason !== undefined);
  if (unjudged) return unjudged;
  const rules = all.map((one) => one.rules).reduce((union, next) => union.map((rule, index) => worse(rule, next[index] ?? rule)));
  return { verdict: verdictOf(rules), rules };
};
