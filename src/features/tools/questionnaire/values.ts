import type { Language } from '../../../kernel/actor.js';
import type { Json } from '../../../kernel/canonical.js';
import type { Bilingual, ProposedAnswer } from '../starters/starter.js';

/** An answer as it is stored. `null` is an answer too: "none of these". */
export interface GivenAnswer {
  readonly attribute: string;
  readonly item: string;
  readonly value: Json;
}

/** What a page shows: the answer, or else what the starter proposes. */
export interface Values {
  get(attribute: string, item: string): Json | undefined;
  /** The rows of a list, by key; for a list inside a row, `parent` is that row. */
  items(list: string, parent: string): readonly string[];
  isAnswered(attribute: string, item: string): boolean;
}

const keyOf = (attribute: string, item: string): string => `${attribute}|${item}`;
const isBilingual = (value: Json | Bilingual): value is Bilingual =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && 'nl' in value && 'en' in value;

/** The row in which a row of a list stands: `''` for a row of an outer list. */
export const parentOf = (item: string): string => item.split('.').slice(0, -1).join('.');

const rowOf = (item: string, depth: number): string => item.split('.').slice(0, depth).join('.');

/** The rows that answers or proposals speak about, in the order in which they first appear. */
const rowsIn = (rows: Iterable<{ readonly attribute: string; readonly item: string }>, list: string, parent: string): string[] => {
  const depth = parent === '' ? 1 : parent.split('.').length + 1;
  const found = new Set<string>();
  for (const { attribute, item } of rows) {
    const row = rowOf(item, depth);
    if (item !== '' && attribute.startsWith(`${list}[]`) && parentOf(row) === parent) found.add(row);
  }
  return [...found];
};

const listed = (value: Json | undefined): readonly string[] | undefined =>
  Array.isArray(value) ? value.filter((key): key is string => typeof key === 'string') : undefined;

export const valuesOf = (answers: readonly GivenAnswer[], proposals: readonly ProposedAnswer[] = [], language: Language = 'nl'): Values => {
  const given = new Map(answers.map((answer) => [keyOf(answer.attribute, answer.item), answer.value]));
  const proposed = new Map(
    proposals.map(({ attribute, item, value }) => [keyOf(attribute, item), isBilingual(value) ? value[language] : value]),
  );
  const get = (attribute: string, item: string) => {
    const key = keyOf(attribute, item);
    return given.has(key) ? given.get(key) : proposed.get(key);
  };
  return {
    get,
    items: (list, parent) => listed(get(list, parent)) ?? rowsIn([...answers, ...proposals], list, parent),
    isAnswered: (attribute, item) => given.has(keyOf(attribute, item)),
  };
};

/** What was typed, laid over what was there: an open field hides the earlier answer. */
export const typedOver = (values: Values, typed: ReadonlyMap<string, Json | undefined>): Values => ({
  get: (attribute, item) => (typed.has(keyOf(attribute, item)) ? typed.get(keyOf(attribute, item)) : values.get(attribute, item)),
  items: (list, parent) => listed(typed.get(keyOf(list, parent))) ?? values.items(list, parent),
  isAnswered: (attribute, item) => values.isAnswered(attribute, item),
});
