import type { Json } from '../../../kernel/canonical.js';
import { attributeOf } from '../../../policy/index.js';
import { keysOf, listOf } from './answerable.js';

interface Row {
  readonly attribute: string;
  readonly item: string;
  readonly value: Json;
}

const rowsKey = (list: string, parent: string): string => `${list}|${parent}`;
const parentOf = (item: string): string => keysOf(item).slice(0, -1).join('.');

/** The rows that each list has, where its owner said so. */
const declaredRows = (answers: readonly Row[]): ReadonlyMap<string, readonly string[]> => {
  const lists = answers.filter((answer) => attributeOf(answer.attribute)?.type === 'list');
  return new Map(
    lists.map(({ attribute, item, value }) => [
      rowsKey(attribute, item),
      (Array.isArray(value) ? value : []).filter((key): key is string => typeof key === 'string'),
    ]),
  );
};

/** Whether the answer's row still stands in its list, and that list's row in the list around it. */
const isListed = (path: string, item: string, rows: ReadonlyMap<string, readonly string[]>): boolean => {
  const list = listOf(path);
  if (list === null) return item === '';
  const own = rows.get(rowsKey(list, parentOf(item)));
  return (own === undefined || own.includes(item)) && isListed(list, parentOf(item), rows);
};

/** The answers in rows that their lists have, without those of rows that were taken away. */
export const standing = <T extends Row>(answers: readonly T[]): readonly T[] => {
  const rows = declaredRows(answers);
  return answers.filter(({ attribute, item }) => isListed(attribute, item, rows));
};

/** The attribute that names a row of each list: a row without any answer is there, unanswered. */
const NAMES: Readonly<Record<string, string>> = {
  'assessment.alternatives': 'description',
  'tool.vendorClaims': 'claim',
  'tool.recipients': 'role',
  transfers: 'country',
  processors: 'name',
  'processors[].subprocessors': 'name',
};

/**
 * Answers as the dossier is put together from them: an empty list stays as the answer "none", any other list is the rows
 * in it, and a row in which nothing is answered yet counts as a row with nothing in it.
 */
export const tidied = (answers: readonly Row[]): readonly Row[] => {
  const kept = standing(answers);
  return kept.flatMap((answer): Row[] => {
    const { attribute, value } = answer;
    if (attributeOf(attribute)?.type !== 'list') return [answer];
    if (!Array.isArray(value) || value.length === 0) return [{ ...answer, value: [] }];
    const name = `${attribute}[].${NAMES[attribute] ?? 'code'}`;
    return value
      .filter((key): key is string => typeof key === 'string')
      .filter((key) => !kept.some((other) => other.attribute === name && other.item === key))
      .map((key) => ({ attribute: name, item: key, value: null }));
  });
};
