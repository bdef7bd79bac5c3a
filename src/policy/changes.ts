import { canonicalJson, type Json } from '../kernel/canonical.js';
import { type CapabilityAnswer, nearCapabilities } from './capabilities.js';
import { ATTRIBUTES } from './catalogue/attributes.catalogue.js';
import type { Dossier } from './dossier.js';
import { project, shapeOf } from './projection.js';

export type ChangeKind = 'wider' | 'stricter' | 'text';
export interface Change {
  readonly path: string;
  /** The name of the list item it is about. */
  readonly item?: string;
  readonly before: Json;
  readonly after: Json;
  readonly kind: ChangeKind;
}

type Direction = 'any' | 'up' | 'down' | 'added' | 'removed' | 'true' | 'false' | 'protection' | 'signal' | 'sampled_at';
/** What makes a change wider, per attribute; an attribute that is not here is wider at any change. */
const WIDER_WHEN: readonly (readonly [Direction, RegExp])[] = [
  ['true', /^tool\.(covert|profiling|behaviourDetection|ai\.isAi|emotion\.inferredByAi)$|^tool\.automatedDecisions\./],
  ['true', /^capture\.(audio|video|location|stores|audioNonParticipants)$|^(home|office)\.(enabled|audioVideo|liveView)$/],
  ['true', /^processors\[\]\.ownPurposes$|^tool\.dataCategories\[\]\.criminal$/],
  [
    'false',
    /^tool\.(unneededFeaturesOff|containerised|emotion\.medicalOrSafetyOnly)$|^capture\.schedule\.(workingHoursOnly|breaksExcluded)$/,
  ],
  ['false', /^purposes\[\]\.optOut$/],
  ['added', /^tool\.(dataSubjects|deviceOwnership)$|^tool\.scope\.|^capture\.modes$|\[\]\.(purposes|subjects)$/],
  ['removed', /^capture\.pause\.(required|live)$/],
  ['down', /\.intervalSeconds$/],
  ['up', /^tool\.leaseMinutes$|\.(contentLevel|modeRank|samplingRate|retentionDays|viewers|personsMax|lengthSeconds|rate|maxDays)$/],
  ['protection', /^capture\.householdProtection$/],
  ['signal', /^capture\.signal$/],
  ['sampled_at', /^capture\.sampling\.appliedAt$/],
];
const directionOf = (path: string): Direction => WIDER_WHEN.find(([, form]) => form.test(path))?.[0] ?? 'any';

const words = (value: Json): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);
const lost = (before: Json, after: Json): boolean => words(before).some((one) => !words(after).includes(one));
const RANKS: Readonly<Partial<Record<Direction, readonly Json[]>>> = {
  true: [false, true],
  false: [true, false],
  signal: ['per_event', 'afterwards', 'none'],
  sampled_at: ['capture', 'selection'],
};
const ranked = (direction: Direction, before: Json, after: Json): boolean => {
  const order = RANKS[direction] ?? [];
  return order.indexOf(after) >= 0 && order.indexOf(after) < order.indexOf(before);
};
const lower = (before: Json, after: Json): boolean => typeof before === 'number' && typeof after === 'number' && after < before;

/** Only a change that the direction calls stricter is; anything else, and anything from or to unanswered, is wider. */
const isStricter = (direction: Direction, before: Json, after: Json): boolean => {
  if (direction === 'added') return Array.isArray(after) && lost(before, after) && !lost(after, before);
  if (direction === 'removed') return Array.isArray(before) && lost(after, before) && !lost(before, after);
  if (direction === 'up') return lower(before, after);
  if (direction === 'down') return lower(after, before);
  if (direction === 'protection') return [null, 'none'].includes(before as string | null) && after !== null && after !== 'none';
  return ranked(direction, before, after);
};

const KEYS: Readonly<Record<string, readonly string[]>> = {
  transfers: ['country'],
  settings: ['name'],
  purposes: ['code'],
  processors: ['name'],
  'processors[].subprocessors': ['name'],
  'tool.dataCategories': ['code'],
  'tool.recipients': ['role'],
  'tool.vendorClaims': ['claim'],
  'assessment.alternatives': ['description'],
};
const MATERIAL: ReadonlySet<string> = new Set(ATTRIBUTES.filter((one) => one.material).map((one) => one.path));
const isMaterialList = (path: string): boolean => [...MATERIAL].some((one) => one.startsWith(`${path}[]`));
const PART_OF_VERSION = ATTRIBUTES.filter((one) => one.material || (one.step <= 3 && one.owner !== 'computed'));
const SHAPE = shapeOf(PART_OF_VERSION.map((one) => one.path));

type Members = { readonly [name: string]: Json | undefined };
const isObject = (value: Json | undefined): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value);
const differ = (a: Json, b: Json): boolean => canonicalJson(a) !== canonicalJson(b);

const wordOf = (value: Json | undefined): string => (typeof value === 'string' ? value : canonicalJson(value ?? null));
/** The items of a list by their own name; the second of the same name is `name#2`. */
const named = (list: Json | undefined, keys: readonly string[]): ReadonlyMap<string, Json> => {
  const items = new Map<string, Json>();
  for (const item of words(list ?? null)) {
    const name = isObject(item) ? keys.map((key) => wordOf(item[key])).join(' ') : wordOf(item);
    let free = name;
    for (let count = 2; items.has(free); count += 1) free = `${name}#${count}`;
    items.set(free, item);
  }
  return items;
};

const compareLists = (path: string, before: Json | undefined, after: Json | undefined, outer: string): readonly Change[] => {
  const keys = KEYS[path] ?? [];
  const old = named(before, keys);
  const fresh = named(after, keys);
  const material = isMaterialList(path);
  const removed: ChangeKind = path === 'settings' ? 'wider' : 'stricter';
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap((name) => {
    const item = outer === '' ? name : `${outer} / ${name}`;
    const was = old.get(name);
    const is = fresh.get(name);
    if (was !== undefined && is !== undefined) return compare(`${path}[]`, was, is, item);
    const kind: ChangeKind = material ? (is === undefined ? removed : 'wider') : 'text';
    return [{ path, item, before: was ?? null, after: is ?? null, kind }];
  });
};

const compareLeaf = (path: string, before: Json, after: Json, item: string): readonly Change[] => {
  const [was, is] = [project(before, {}), project(after, {})];
  if (!differ(was, is)) return [];
  const kind: ChangeKind = !MATERIAL.has(path) ? 'text' : isStricter(directionOf(path), was, is) ? 'stricter' : 'wider';
  return [{ path, ...(item === '' ? {} : { item }), before: was, after: is, kind }];
};

const compare = (path: string, before: Json | undefined, after: Json | undefined, item: string): readonly Change[] => {
  if (KEYS[path]) return compareLists(path, before, after, item);
  if (!isObject(before) && !isObject(after)) return compareLeaf(path, before ?? null, after ?? null, item);
  const old = isObject(before) ? before : {};
  const fresh = isObject(after) ? after : {};
  return [...new Set([...Object.keys(old), ...Object.keys(fresh)])]
    .sort()
    .flatMap((name) => compare(`${path}.${name}`, old[name], fresh[name], item));
};

const NEARNESS: readonly (string | undefined)[] = [undefined, 'one_admin', 'on'];
/** A capability that came nearer (within one administrator's reach, or on) is wider, one that went further away is stricter. */
export const classifyCapabilities = (before: readonly CapabilityAnswer[], after: readonly CapabilityAnswer[]): readonly Change[] => {
  const [old, fresh] = [nearCapabilities(before), nearCapabilities(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])].sort().flatMap((item): Change[] => {
    const [was, is] = [old.get(item), fresh.get(item)];
    if (was === is) return [];
    const kind = NEARNESS.indexOf(is) > NEARNESS.indexOf(was) ? 'wider' : 'stricter';
    return [{ path: 'capabilities', item, before: was ?? null, after: is ?? null, kind }];
  });
};

/** What differs between two versions, each as wider, stricter or text. */
export const classifyChanges = (before: Dossier, after: Dossier): readonly Change[] => {
  const old = before as Members;
  const fresh = after as Members;
  return Object.entries(SHAPE).flatMap(([name, shape]) => compare(name, project(old[name], shape), project(fresh[name], shape), ''));
};
