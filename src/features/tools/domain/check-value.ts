import type { Json } from '../../../kernel/canonical.js';
import { addDays } from '../../../kernel/clock.js';
import type { Attribute } from '../../../policy/index.js';

/** What is wrong with a value, and what was expected. */
export interface Fault {
  readonly code: 'boolean' | 'integer' | 'number' | 'text' | 'too-long' | 'characters' | 'day' | 'choice' | 'choices' | 'tags' | 'rows';
  readonly min?: number;
  readonly max?: number;
}

export const MAX_TEXT = 10_000;
const MAX_TAGS = 50;
const MAX_TAG = 200;
export const MAX_ROWS = 50;
const MAX_DAY = '2200-01-01';
const KEY = /^[a-z0-9][a-z0-9_-]{0,39}(\.[a-z0-9][a-z0-9_-]{0,39}){0,2}$/;

export const isRowKey = (key: string): boolean => KEY.test(key);

/** Half a surrogate pair, or a control character other than a tab or a line break: PostgreSQL and printers refuse them. */
const hasStrangeCharacters = (text: string): boolean => /\p{Surrogate}/u.test(text) || /(?![\t\n])\p{Cc}/u.test(text);

export const checkText = (text: string, maxLength: number): Fault | null => {
  if (hasStrangeCharacters(text)) return { code: 'characters' };
  return text.length > maxLength ? { code: 'too-long', max: maxLength } : null;
};

const isDay = (value: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || value > MAX_DAY || value < '1900-01-01') return false;
  return !Number.isNaN(Date.parse(value)) && addDays(value, 0) === value;
};

const checkNumber = (attribute: Attribute, value: Json, code: 'integer' | 'number'): Fault | null => {
  const { min = 0, max = Number.MAX_SAFE_INTEGER } = attribute;
  const fits = typeof value === 'number' && Number.isFinite(value) && value >= min && value <= max;
  return fits && (code === 'number' || Number.isInteger(value)) ? null : { code, min, max };
};

const checkTags = (values: readonly Json[]): Fault | null =>
  values.length <= MAX_TAGS && values.every((tag) => typeof tag === 'string' && tag !== '' && checkText(tag, MAX_TAG) === null)
    ? null
    : { code: 'tags', max: MAX_TAGS };

const checkChoices = (attribute: Attribute, value: Json): Fault | null => {
  if (!Array.isArray(value)) return { code: 'choices' };
  const items = value as readonly Json[];
  if (new Set(items).size !== items.length) return { code: 'choices' };
  const { values } = attribute;
  if (!values) return checkTags(items);
  return items.every((item) => typeof item === 'string' && values.includes(item)) ? null : { code: 'choices' };
};

const checkRows = (value: Json): Fault | null => {
  const keys: readonly Json[] = Array.isArray(value) ? value : [];
  const fits = Array.isArray(value) && keys.length <= MAX_ROWS && new Set(keys).size === keys.length;
  return fits && keys.every((key) => typeof key === 'string' && isRowKey(key)) ? null : { code: 'rows', max: MAX_ROWS };
};

/** Whether a value is of its attribute's type. `null` ("none") suits a choice of one only: that it is none is an answer. */
export const checkValue = (attribute: Attribute, value: Json): Fault | null => {
  switch (attribute.type) {
    case 'boolean':
      return typeof value === 'boolean' ? null : { code: 'boolean' };
    case 'integer':
    case 'number':
      return checkNumber(attribute, value, attribute.type);
    case 'text':
      return typeof value === 'string' && value !== '' ? checkText(value, attribute.maxLength ?? MAX_TEXT) : { code: 'text' };
    case 'day':
      return typeof value === 'string' && isDay(value) ? null : { code: 'day' };
    case 'one_of':
      return value === null || (typeof value === 'string' && (attribute.values?.includes(value) ?? true)) ? null : { code: 'choice' };
    case 'many_of':
      return checkChoices(attribute, value);
    case 'list':
      return checkRows(value);
  }
};
