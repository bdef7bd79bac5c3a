import type { Json } from '../../../kernel/canonical.js';
import type { Attribute } from '../../../policy/index.js';
import { checkValue, type Fault } from './check-value.js';

/** A field as it came in: parsed, left empty, or of no use. `NONE` is the choice "none of these". */
export type Read =
  { readonly kind: 'value'; readonly value: Json } | { readonly kind: 'empty' } | { readonly kind: 'fault'; readonly fault: Fault };

export const NONE = '_none';
const EMPTY: Read = { kind: 'empty' };
const fault = (of: Fault): Read => ({ kind: 'fault', fault: of });

const checked = (attribute: Attribute, value: Json): Read => {
  const found = checkValue(attribute, value);
  return found ? fault(found) : { kind: 'value', value };
};

/** Texts as a form sends them, without the carriage returns that browsers add. */
const texts = (raw: unknown): string[] | null => {
  const all: unknown[] = raw === undefined ? [] : Array.isArray(raw) ? raw : [raw];
  if (!all.every((one): one is string => typeof one === 'string')) return null;
  return all.map((one) => one.replace(/\r\n?/g, '\n').trim());
};

const readBoolean = (attribute: Attribute, typed: string): Read => {
  if (typed === 'yes') return checked(attribute, true);
  return typed === 'no' ? checked(attribute, false) : fault({ code: 'boolean' });
};

/** Digits, with a comma or a point before decimals: people type both. */
const readNumber = (attribute: Attribute, typed: string): Read => {
  const { min, max } = attribute;
  if (!/^-?\d{1,15}([.,]\d{1,10})?$/.test(typed)) return fault({ code: attribute.type === 'number' ? 'number' : 'integer', min, max });
  return checked(attribute, Number(typed.replace(',', '.')));
};

const readMany = (attribute: Attribute, typed: readonly string[], mayBeNone: boolean): Read => {
  if (!attribute.values) {
    const tags = typed
      .join('\n')
      .split(/[\n;]/)
      .map((tag) => tag.trim())
      .filter((tag) => tag !== '');
    return tags.length === 0 ? EMPTY : checked(attribute, tags);
  }
  if (!typed.includes(NONE)) return checked(attribute, [...typed]);
  return mayBeNone && typed.length === 1 ? checked(attribute, []) : fault({ code: 'choices' });
};

const readOne = (attribute: Attribute, typed: string, mayBeNone: boolean): Read => {
  if (attribute.type === 'boolean') return readBoolean(attribute, typed);
  if (attribute.type === 'integer' || attribute.type === 'number') return readNumber(attribute, typed);
  if (attribute.type !== 'one_of') return checked(attribute, typed);
  if (typed === NONE) return mayBeNone ? { kind: 'value', value: null } : fault({ code: 'choice' });
  return checked(attribute, typed);
};

export const readTyped = (attribute: Attribute, raw: unknown, mayBeNone: boolean): Read => {
  const typed = texts(raw);
  if (!typed) return fault({ code: 'characters' });
  const filled = typed.filter((one) => one !== '');
  if (filled.length === 0) return EMPTY;
  if (attribute.type === 'many_of') return readMany(attribute, filled, mayBeNone);
  return filled.length === 1 ? readOne(attribute, filled[0]!, mayBeNone) : fault({ code: attribute.type === 'one_of' ? 'choice' : 'text' });
};

/** The keys of a list's rows, as its hidden field carries them. */
export const readRows = (attribute: Attribute, raw: unknown): Read => {
  if (typeof raw !== 'string') return fault({ code: 'rows' });
  return checked(attribute, raw === '' ? [] : raw.split(' '));
};
