import type { Role } from '../kernel/actor.js';
import type { Json } from '../kernel/canonical.js';
import { askedIn, type AnswerInput, fieldName, isList, mayWrite, type Section, type Values } from '../features/tools/index.js';

/** What somebody fills in instead of what the page proposes, by field. */
export type Changes = Readonly<Record<string, Json>>;

const rowsOf = (value: Json | undefined): readonly string[] | null =>
  Array.isArray(value) ? value.filter((key): key is string => typeof key === 'string') : null;

/** The values of a page with these typed over them. */
export const changed = (values: Values, changes: Changes): Values => ({
  get: (attribute, item) =>
    Object.hasOwn(changes, fieldName(attribute, item)) ? changes[fieldName(attribute, item)] : values.get(attribute, item),
  items: (list, parent) => rowsOf(changes[fieldName(list, parent)]) ?? values.items(list, parent),
  isAnswered: (attribute, item) => values.isAnswered(attribute, item),
});

/** Every question of a section that this role answers, as it stands on the page. */
export const asAnswers = (section: Section, values: Values, role: Role): AnswerInput[] =>
  askedIn(section.questions, values).flatMap(({ question, item }): AnswerInput[] => {
    const attribute = isList(question) ? question.list : question.attribute;
    if (!mayWrite(role, attribute)) return [];
    const value = isList(question) ? [...values.items(attribute, item)] : values.get(attribute, item);
    return value === undefined ? [] : [{ attribute, item, value }];
  });

const NONE = '_none';

const typed = (value: Json): string | string[] => {
  if (value === null) return NONE;
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? NONE : value.map(String);
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** The same as the fields of a form. */
export const asForm = (section: Section, values: Values, role: Role): Record<string, unknown> =>
  Object.fromEntries(
    askedIn(section.questions, values).flatMap(({ question, item }) => {
      const attribute = isList(question) ? question.list : question.attribute;
      if (!mayWrite(role, attribute)) return [];
      const value = values.get(attribute, item);
      if (isList(question)) return [[fieldName(attribute, item), values.items(attribute, item).join(' ')]];
      return value === undefined ? [] : [[fieldName(attribute, item), typed(value)]];
    }),
  );
