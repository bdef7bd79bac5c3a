import { type LightColour, readLimit, readScope } from '../../../../policy/index.js';
import type { AgreedClass, ClassLimit } from './framework.js';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null;
const limitOf = (stored: unknown): ClassLimit | null => {
  const limit = isRecord(stored) ? readLimit(stored['limit']) : null;
  if (!limit || !isRecord(stored) || typeof stored['id'] !== 'string' || typeof stored['text'] !== 'string') return null;
  return { id: stored['id'], text: stored['text'], limit };
};
const NOTHING_FITS = {
  categories: [],
  modes: [],
  purposes: [],
  dataCategories: [],
  contentLevelMax: 0,
  sensors: [],
  atHome: false,
  privateDevices: false,
} as const;

/** A class as it was agreed. What cannot be read any more lets nothing in. */
export const classOf = (row: { id: string; colour: LightColour; scope: unknown; limits: unknown }): AgreedClass => {
  const limits = Array.isArray(row.limits) ? row.limits.map(limitOf) : [null];
  const read = limits.filter((one) => one !== null);
  const scope = readScope(row.scope);
  return { id: row.id, colour: row.colour, scope: scope && read.length === limits.length ? scope : NOTHING_FITS, limits: read };
};
