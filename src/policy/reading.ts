import type { Day } from '../kernel/clock.js';

/**
 * What a condition yields when it reads something that is not of the kind it needs (an attribute of nothing, the length
 * of a word, a date that does not exist). In MUST it fails, in WHEN it applies, in a change of severity it is no match.
 */
export const ERROR: unique symbol = Symbol('unreadable');
export type Unreadable = typeof ERROR;
export type Truth = boolean | Unreadable;
export const isUnreadable = (value: unknown): value is Unreadable => value === ERROR;
export type Loose<T> = T | null | undefined | Unreadable;

const isRecord = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What an owner is once it is known to be readable. */
type Readable<T> = Exclude<T, null | undefined | Unreadable>;

const UNREADABLE: object = new Proxy({}, { get: () => ERROR });
/** An object to read from; when it is none, each of its attributes is unreadable. */
export const of = <T>(value: T): Readable<T> => (isRecord(value) ? (value as Readable<T>) : (UNREADABLE as Readable<T>));

/** A top-level object: missing or null counts as empty. */
export const section = <T>(value: T): Readable<T> => of(value === undefined || value === null ? ({} as T) : value);

/** An answer that was not given: a list without items. */
export const NOTHING: readonly never[] = [];

/** null, false, 0, "" and an empty list are false; all else is true. What most answers are is looked at first. */
export const holds = (value: unknown): boolean => {
  if (value === true) return true;
  if (value === false || value === null || value === undefined) return false;
  if (typeof value === 'string') return value !== '';
  return value !== ERROR && value !== 0 && !(Array.isArray(value) && value.length === 0);
};
export const truth = (value: unknown): Truth => (value === ERROR ? ERROR : holds(value));
export const lacks = (value: unknown): boolean => value !== ERROR && !holds(value);
/** True or unreadable: how WHEN reads a value. */
export const mayHold = (value: unknown): boolean => value === ERROR || holds(value);

export const negate = (value: unknown): Truth => {
  const known = truth(value);
  return known === ERROR ? ERROR : !known;
};
/** `a and b`: what is unreadable in `b` does not count when `a` is false. */
export const both = (a: unknown, b: unknown): Truth => {
  const first = truth(a);
  return first === true ? truth(b) : first;
};
/** `a or b`: what is unreadable in `b` does not count when `a` is true. */
export const either = (a: unknown, b: unknown): Truth => {
  const first = truth(a);
  return first === false ? truth(b) : first;
};
/** `value or fallback`, as a value. */
export const orElse = <T>(value: Loose<T>, fallback: T): Loose<T> => (truth(value) === false ? fallback : value);

const sameRecord = (a: object, b: object, open: [unknown, unknown][]): boolean => {
  const keys = Object.keys(a);
  if (Array.isArray(a) !== Array.isArray(b) || keys.length !== Object.keys(b).length) return false;
  for (const key of keys) {
    if (!Object.hasOwn(b, key)) return false;
    open.push([(a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]]);
  }
  return true;
};
/** Without recursion, so that no depth of nesting can break it. */
const sameObjects = (left: object, right: object): boolean => {
  const open: [unknown, unknown][] = [[left, right]];
  for (let pair = open.pop(); pair; pair = open.pop()) {
    const a = pair[0] ?? null;
    const b = pair[1] ?? null;
    if (a === b) continue;
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null || !sameRecord(a, b, open)) return false;
  }
  return true;
};
/** Same type and same value. */
const same = (left: unknown, right: unknown): boolean => {
  if (left === right) return true;
  if (left === null || left === undefined || right === null || right === undefined) return (left ?? null) === (right ?? null);
  return typeof left === 'object' && typeof right === 'object' && sameObjects(left, right);
};
export const equals = (a: unknown, b: unknown): Truth => (a === ERROR || b === ERROR ? ERROR : same(a, b));
export const oneOf = (value: unknown, values: readonly string[]): Truth =>
  value === ERROR ? ERROR : typeof value === 'string' && values.includes(value);

/** `item in list`: unreadable when the list is none. */
export const contains = (list: unknown, item: string): Truth => (Array.isArray(list) ? list.includes(item) : ERROR);
export const notEmpty = (list: unknown): Truth => (Array.isArray(list) ? list.length > 0 : ERROR);

const isSet = (list: unknown): list is readonly unknown[] => {
  if (!Array.isArray(list)) return false;
  const items: readonly unknown[] = list;
  for (let index = 0; index < items.length; index += 1) if (typeof items[index] === 'object' && items[index] !== null) return false;
  return true;
};
/** `set(part) <= set(whole)`. */
export const within = (part: unknown, whole: unknown): Truth => {
  if (!isSet(part) || !isSet(whole)) return ERROR;
  for (let index = 0; index < part.length; index += 1) if (!whole.includes(part[index])) return false;
  return true;
};
export const overlaps = (list: unknown, values: readonly string[]): Truth => {
  if (!isSet(list)) return ERROR;
  for (let index = 0; index < values.length; index += 1) if (list.includes(values[index])) return true;
  return false;
};

/** One attribute of each object of a list; unreadable when the list or one of its items is. */
export const pluck = <T>(list: Loose<readonly T[]>, read: (item: Readable<T>) => unknown): Loose<readonly unknown[]> => {
  if (!Array.isArray(list)) return ERROR;
  const items: readonly T[] = list;
  const values: unknown[] = [];
  for (let index = 0; index < items.length; index += 1) {
    const value = read(of(items[index] as T));
    if (value === ERROR) return ERROR;
    values.push(value ?? null);
  }
  return values;
};

/** Every item passes; what is unreadable fails. */
export const every = <T>(list: Loose<readonly T[]>, passes: (item: Readable<T>) => boolean): boolean => {
  if (!Array.isArray(list)) return false;
  const items: readonly T[] = list;
  for (let index = 0; index < items.length; index += 1) if (!passes(of(items[index] as T))) return false;
  return true;
};
/** Every item for which `concerns` is true passes; what is unreadable fails. */
export const everyWhere = <T>(
  list: Loose<readonly T[]>,
  concerns: (item: Readable<T>) => unknown,
  passes: (item: Readable<T>) => boolean,
): boolean => {
  if (!Array.isArray(list)) return false;
  const items: readonly T[] = list;
  for (let index = 0; index < items.length; index += 1) {
    const item = of(items[index] as T);
    const concerned = concerns(item);
    if (concerned === ERROR || (holds(concerned) && !passes(item))) return false;
  }
  return true;
};
/** Some item of a list of plain values matches. Unreadable as soon as one is, wherever it stands, so that order does not matter. */
export const someValue = <T>(list: Loose<readonly T[]>, matches: (item: T) => unknown): Truth => {
  if (!Array.isArray(list)) return ERROR;
  const items: readonly T[] = list;
  let found = false;
  for (let index = 0; index < items.length; index += 1) {
    const match = matches(items[index] as T);
    if (match === ERROR) return ERROR;
    found ||= holds(match);
  }
  return found;
};
/** The same for a list of objects. */
export const some = <T>(list: Loose<readonly T[]>, matches: (item: Readable<T>) => unknown): Truth =>
  someValue(list, (item) => matches(of(item)));

const bothNumbers = (a: unknown, b: unknown): boolean => typeof a === 'number' && typeof b === 'number';
export const atMost = (a: unknown, b: unknown): Truth => (bothNumbers(a, b) ? (a as number) <= (b as number) : ERROR);
export const atLeast = (a: unknown, b: unknown): Truth => atMost(b, a);
export const moreThan = (a: unknown, b: unknown): Truth => negate(atMost(a, b));

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const DASH = 45;
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const digits = (text: string, from: number, to: number): number => {
  let value = 0;
  for (let index = from; index < to; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
};
/** A calendar date `YYYY-MM-DD` that exists, as a count of days; anything else is unreadable. */
const dayNumber = (value: unknown): number | Unreadable => {
  if (typeof value !== 'string' || value.length !== 10 || value.charCodeAt(4) !== DASH || value.charCodeAt(7) !== DASH) return ERROR;
  const year = digits(value, 0, 4);
  const month = digits(value, 5, 7);
  const day = digits(value, 8, 10);
  const length = (MONTH_DAYS[month - 1] ?? 0) + (month === 2 && isLeap(year) ? 1 : 0);
  if (!(year >= 1 && day >= 1 && day <= length)) return ERROR;
  const shifted = month <= 2 ? year - 1 : year;
  const ofYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  return shifted * 365 + Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400) + ofYear;
};
export const isDay = (value: unknown): value is Day => dayNumber(value) !== ERROR;
/** `a <= b` for two dates. */
export const notAfter = (a: unknown, b: unknown): Truth => atMost(dayNumber(a), dayNumber(b));
/** At least `days` days lie from `a` to `b`. */
export const daysApart = (a: unknown, b: unknown, days: number): Truth => {
  const from = dayNumber(a);
  const to = dayNumber(b);
  return typeof from === 'number' && typeof to === 'number' ? to - from >= days : ERROR;
};
