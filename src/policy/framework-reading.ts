import { SENSORS, type FrameworkScope } from './frameworks.js';

const WORD = /^[a-z][a-z0-9_]{0,59}$/;
const MOST_WORDS = 40;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isWords = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length <= MOST_WORDS && value.every((word) => typeof word === 'string' && WORD.test(word));
const isLevel = (value: unknown): value is FrameworkScope['contentLevelMax'] => value === 0 || value === 1 || value === 2;

/** The scope of a class from JSON, as it is stored; null when it is none. */
export const readScope = (given: unknown): FrameworkScope | null => {
  if (!isRecord(given)) return null;
  const { categories, modes, purposes, dataCategories, contentLevelMax, sensors, atHome, privateDevices } = given;
  if (!isWords(categories) || !isWords(modes) || !isWords(purposes) || !isWords(dataCategories) || !isLevel(contentLevelMax)) return null;
  if (!isWords(sensors) || !sensors.every((one) => SENSORS.some((sensor) => sensor === one))) return null;
  if (typeof atHome !== 'boolean' || typeof privateDevices !== 'boolean') return null;
  return { categories, modes, purposes, dataCategories, contentLevelMax, sensors, atHome, privateDevices };
};
