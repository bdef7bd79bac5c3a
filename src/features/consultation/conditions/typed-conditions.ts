import type { Reason } from '../../../kernel/problem.js';
import { isDay, isLimitKind, LIMIT_KINDS, type TypedLimit, typedLimit } from '../../../policy/index.js';
import { limitErrorPart, type LimitPart, limitTypedIn } from '../../tools/index.js';
import type { TypedCondition } from '../domain/decide.js';

export const MOST_CONDITIONS = 12;
export const LONGEST_CONDITION = 2000;
export const PROMISE = 'promise';
export const CONDITION_KINDS = [PROMISE, ...LIMIT_KINDS] as const;
export type ConditionKind = (typeof CONDITION_KINDS)[number];

/** One condition as it stands in the form. */
export interface ConditionRow {
  readonly kind: ConditionKind;
  readonly text: string;
  readonly limit: TypedLimit;
  /** Of a promise: the person who makes it. */
  readonly owner: string;
  readonly due: string;
}
type Body = Readonly<Record<string, unknown>>;
export type ConditionPart = 'Text' | 'Kind' | 'Owner' | 'Due';

export const conditionField = (at: number, part: ConditionPart): string => `condition${at}${part}`;
export const limitField = (at: number, part: LimitPart): string => `condition${at}${part.charAt(0).toUpperCase()}${part.slice(1)}`;
const FIELD = /^condition([1-9]|1[0-2])(Text|Kind|Owner|Due|Value|Purpose|Days[23]?|From[23]?|To[23]?|Roles)$/;
const BUTTONS = ['newCondition', '_addCondition', '_removeCondition', '_showConditions'];

const isKind = (value: unknown): value is ConditionKind => CONDITION_KINDS.some((kind) => kind === value);
const textIn = (value: unknown): string => (typeof value === 'string' ? value.replace(/\r\n?/g, '\n') : '');

const fieldsAt = (body: Body, at: number): readonly string[] => Object.keys(body).filter((field) => FIELD.exec(field)?.[1] === String(at));

/** A row of a kind that does not exist is none: its fields stay among the others, which refuse them. */
const rowAt = (body: Body, at: number): ConditionRow | null => {
  const kind = body[conditionField(at, 'Kind')] ?? PROMISE;
  if (!isKind(kind) || fieldsAt(body, at).length === 0) return null;
  return {
    kind,
    text: textIn(body[conditionField(at, 'Text')]),
    limit: limitTypedIn(body, (part) => limitField(at, part)),
    owner: textIn(body[conditionField(at, 'Owner')]),
    due: textIn(body[conditionField(at, 'Due')]),
  };
};
const EMPTY: ConditionRow = { kind: PROMISE, text: '', limit: {}, owner: '', due: '' };

export interface ConditionForm {
  /** The other fields of the form. */
  readonly rest: Record<string, unknown>;
  readonly rows: readonly ConditionRow[];
  /** A condition was added or taken away, or is to be read back: the page again, nothing done. */
  readonly edited: boolean;
}

/** Takes the conditions out of a form. */
export const conditionsIn = (body: Body): ConditionForm => {
  const places = Array.from({ length: MOST_CONDITIONS }, (_, at) => ({ at: at + 1, row: rowAt(body, at + 1) }));
  const given = places.flatMap(({ row }) => (row ? [row] : []));
  const taken = new Set(places.flatMap(({ at, row }) => (row ? fieldsAt(body, at) : [])));
  const removed = given.filter((_, at) => String(at + 1) !== body['_removeCondition']);
  const added = body['newCondition'];
  const adds = body['_addCondition'] !== undefined && isKind(added) && removed.length < MOST_CONDITIONS;
  return {
    rest: Object.fromEntries(Object.entries(body).filter(([field]) => !taken.has(field) && !BUTTONS.includes(field))),
    rows: adds ? [...removed, { ...EMPTY, kind: added }] : removed,
    edited: BUTTONS.some((button) => button.startsWith('_') && body[button] !== undefined),
  };
};

/** The fields that rows stand in, numbered anew. */
export const fieldsOf = (rows: readonly ConditionRow[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    rows.flatMap(({ kind, text, limit, owner, due }, place) => {
      const at = place + 1;
      const own = { Kind: kind, Text: text, Owner: owner, Due: due } as const;
      return [
        ...Object.entries(own).map(([part, value]) => [conditionField(at, part as ConditionPart), value]),
        ...Object.entries(limit).map(([part, value]) => [limitField(at, part as LimitPart), value]),
      ];
    }),
  );

const PRINTABLE = /^[\P{Cc}\t\n]*$/u;

type Read = { readonly ok: true; readonly condition: TypedCondition } | { readonly ok: false; readonly wrong: Reason };
const wrong = (field: string, code: string): Read => ({ ok: false, wrong: { code, field } });

/** The limit that a row stands for; null while it is not filled in, or a promise. */
export const limitOf = ({ kind, limit }: ConditionRow) => (kind === PROMISE ? null : typedLimit(kind, limit));

const readRow = (row: ConditionRow, at: number): Read => {
  const text = row.text.trim();
  if (text === '') return wrong(conditionField(at, 'Text'), 'condition.text-missing');
  if (text.length > LONGEST_CONDITION) return wrong(conditionField(at, 'Text'), 'field.too-long');
  if (!PRINTABLE.test(text)) return wrong(conditionField(at, 'Text'), 'field.characters');
  if (isLimitKind(row.kind)) {
    const limit = limitOf(row);
    if (!limit) return wrong(limitField(at, limitErrorPart(row.kind)), `condition.unreadable.${row.kind}`);
    return { ok: true, condition: { text, limit, promiseOwner: null, promiseOwnerId: null, dueOn: null } };
  }
  if (row.owner === '') return wrong(conditionField(at, 'Owner'), 'condition.owner-missing');
  if (!isDay(row.due.trim())) return wrong(conditionField(at, 'Due'), 'condition.due-missing');
  return { ok: true, condition: { text, limit: null, promiseOwner: null, promiseOwnerId: row.owner.slice(0, 60), dueOn: row.due.trim() } };
};

/** The conditions one by one: each a limit that the system keeps, or a promise with an owner and a day. */
export const readConditions = (
  rows: readonly ConditionRow[],
): { readonly conditions: readonly TypedCondition[]; readonly wrong: readonly Reason[] } => {
  const read = rows.map((row, at) => readRow(row, at + 1));
  return {
    conditions: read.flatMap((one) => (one.ok ? [one.condition] : [])),
    wrong: read.flatMap((one) => (one.ok ? [] : [one.wrong])),
  };
};
