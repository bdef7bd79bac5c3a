import type { Json } from '../../../kernel/canonical.js';
import { attributeOf } from '../../../policy/index.js';
import { isRowKey, MAX_ROWS } from '../domain/check-value.js';
import { askedIn, fieldName, isList, type Section } from './question.js';
import { mayWrite, readAnswers, type Reader } from './read-answers.js';
import { parentOf, typedOver, type Values } from './values.js';

/** A key that no row of the list has: one more than the highest number in it. */
const freshKey = (rows: readonly string[], parent: string): string => {
  const numbers = rows.map((row) => Number(/(?:^|\.)r(\d{1,6})$/.exec(row)?.[1] ?? 0));
  const key = `r${Math.max(0, ...numbers) + 1}`;
  return parent === '' ? key : `${parent}.${key}`;
};

const without = (rows: readonly string[], row: string): string[] => rows.filter((one) => one !== row);

/**
 * The button "add a row" or "remove" was pressed: the page again with what was typed and the row added or gone. Nothing
 * is saved. `null` when neither was pressed.
 */
export const editedRows = (section: Section, body: Record<string, unknown>, reader: Reader): Values | null => {
  const pressed = typeof body['_add'] === 'string' ? body['_add'] : body['_remove'];
  if (typeof pressed !== 'string') return null;
  const values = readAnswers(section, body, reader).values;
  const [list = '', item = ''] = pressed.split('|');
  const parent = typeof body['_add'] === 'string' ? item : parentOf(item);
  const isAsked = askedIn(section.questions, values).some(
    (asked) => isList(asked.question) && asked.question.list === list && asked.item === parent,
  );
  if (!isAsked || attributeOf(list)?.type !== 'list' || !mayWrite(reader.role, list)) return values;
  const rows = values.items(list, parent);
  const adds = typeof body['_add'] === 'string' && rows.length < MAX_ROWS;
  const changed: Json = adds
    ? [...rows, freshKey(rows, parent)].filter(isRowKey)
    : without(rows, typeof body['_remove'] === 'string' ? item : '');
  return typedOver(values, new Map([[fieldName(list, parent), changed]]));
};
