import { readFileSync } from 'node:fs';
import type { Dossier } from '../../src/policy/index.js';

/** The published dossiers (scenarios.json), for tests. */
export interface PublishedCase {
  readonly id: string;
  readonly group: string;
  readonly overlay: object;
  readonly expectFailing: readonly string[];
  readonly expectVerdict: string | null;
}
const published = JSON.parse(readFileSync(new URL('../../src/policy/catalogue/scenarios.json', import.meta.url), 'utf8')) as {
  readonly baseline: Dossier;
  readonly cases: readonly PublishedCase[];
};
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const merged = (base: unknown, overlay: unknown): unknown => {
  if (!isObject(base) || !isObject(overlay)) return overlay;
  return Object.entries(overlay).reduce<Record<string, unknown>>((all, [key, value]) => ({ ...all, [key]: merged(all[key], value) }), {
    ...base,
  });
};

export const BASELINE = published.baseline;
export const CASES = published.cases;
export const overlaid = (overlay: object, base: Dossier = BASELINE): Dossier => merged(base, overlay) as Dossier;
export const scenario = (id: string): Dossier => overlaid(CASES.find((one) => one.id === id)?.overlay ?? {});
