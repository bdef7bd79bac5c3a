import { createIntl, createIntlCache } from '@formatjs/intl';
import type { Language } from '../../kernel/actor.js';

export type Values = Readonly<Record<string, string | number | boolean | Date>>;
export type Text<Key extends string> = (key: Key, values?: Values) => string;
export type Messages<Key extends string> = Readonly<Record<Key, string>>;
export type Catalogue<Key extends string> = Readonly<Record<Language, Messages<Key>>>;
export type KeyOf<C> = C extends Catalogue<infer Key> ? Key : never;

const LOCALES: Readonly<Record<Language, string>> = { nl: 'nl-NL', en: 'en-GB' };

/** The Dutch text is the source; the English one must have exactly the same keys. Messages are ICU: `{n, plural, one {# eis} other {# eisen}}`. */
export const catalogue = <Key extends string>(nl: Messages<Key>, en: Messages<NoInfer<Key>>): Catalogue<Key> => ({ nl, en });

/** What ICU reads as more than itself; a message without any is its own text. */
const MARKED = /[{}'#]/;

const cache = createIntlCache();
const compiled = new WeakMap<object, Text<string>>();

const fail = (problem: Error | string): never => {
  throw problem instanceof Error ? problem : new Error(problem);
};

const compile = (language: Language, messages: Messages<string>): Text<string> => {
  const intl = createIntl({ locale: LOCALES[language], timeZone: 'Europe/Amsterdam', messages, onError: fail, onWarn: fail }, cache);
  const plain = new Map(Object.entries(messages).filter(([, message]) => !MARKED.test(message)));
  const readers = new Map<string, ReturnType<typeof intl.formatters.getMessageFormat>>();
  const readerOf = (key: string) => {
    const known = readers.get(key);
    if (known) return known;
    const message = messages[key] ?? fail(`Expected: a text ${key}. Found: none.`);
    const made = intl.formatters.getMessageFormat(message, intl.locale, undefined, { ignoreTag: true });
    readers.set(key, made);
    return made;
  };
  return (key, values) => plain.get(key) ?? String(readerOf(key).format(values));
};

/** A function from key to text. It throws on a value that the message needs and did not get. */
export const text = <Key extends string>(of: Catalogue<Key>, language: Language): Text<Key> => {
  const messages = of[language];
  const known = compiled.get(messages);
  if (known) return known;
  const made = compile(language, messages);
  compiled.set(messages, made);
  return made;
};
