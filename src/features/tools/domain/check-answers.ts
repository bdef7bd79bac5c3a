import type { Actor, Role } from '../../../kernel/actor.js';
import { canonicalJson, type Json } from '../../../kernel/canonical.js';
import type { Reason } from '../../../kernel/problem.js';
import { ownerMayWrite, writersOf } from '../../../policy/index.js';
import type { StoredAnswer } from '../version.js';
import { answerable, depthOf, keysOf, listOf } from './answerable.js';
import { checkValue, isRowKey, MAX_TEXT } from './check-value.js';

/** What is to be written. Without a value the question is open again. */
export interface AnswerInput {
  readonly attribute: string;
  readonly item: string;
  readonly value?: Json;
}

const fieldOf = ({ attribute, item }: AnswerInput): string => `${attribute}|${item}`.slice(0, 200);

const ownerReason = (actor: Actor, input: AnswerInput): Reason | null => {
  if (ownerMayWrite(actor.role as Role, input.attribute)) return null;
  return { code: 'attribute.other-owner', field: fieldOf(input), turn: writersOf(input.attribute)[0] ?? 'system' };
};

const isUnder = (item: string, value: Json): boolean =>
  Array.isArray(value) && value.every((key) => typeof key === 'string' && keysOf(key).slice(0, -1).join('.') === item);

const typeReason = (input: AnswerInput): Reason | null => {
  const attribute = answerable(input.attribute);
  const field = fieldOf(input);
  if (!attribute) return { code: 'attribute.unknown', field };
  const fits = keysOf(input.item).length === depthOf(input.attribute) && (input.item === '' || isRowKey(input.item));
  if (!fits) return { code: 'attribute.row-unknown', field };
  if (input.value === undefined) return null;
  if (JSON.stringify(input.value).length > MAX_TEXT * 4) return { code: 'field.too-long', field };
  const fault = checkValue(attribute, input.value);
  if (fault) return { code: `field.${fault.code}`, field };
  return attribute.type === 'list' && !isUnder(input.item, input.value) ? { code: 'field.rows', field } : null;
};

/** The answers as they stand once these are written, by attribute and row. */
const after = (stored: readonly StoredAnswer[], inputs: readonly AnswerInput[]): ReadonlyMap<string, Json> => {
  const all = new Map(stored.map((answer) => [fieldOf(answer), answer.value]));
  for (const input of inputs) {
    if (input.value === undefined) all.delete(fieldOf(input));
    else all.set(fieldOf(input), input.value);
  }
  return all;
};

/** A row is written only where its list has it; the list's owner makes rows. */
const rowReason = (input: AnswerInput, all: ReadonlyMap<string, Json>): Reason | null => {
  const list = listOf(input.attribute);
  if (list === null || input.value === undefined) return null;
  const rows = all.get(`${list}|${keysOf(input.item).slice(0, -1).join('.')}`);
  return Array.isArray(rows) && rows.includes(input.item) ? null : { code: 'attribute.row-unknown', field: fieldOf(input) };
};

/** Everything that stands in the way of writing these answers, owners first: what is another's is never looked at further. */
export const answerReasons = (actor: Actor, inputs: readonly AnswerInput[], stored: readonly StoredAnswer[]): readonly Reason[] => {
  const present = (reason: Reason | null): reason is Reason => reason !== null;
  const others = inputs.map((input) => (answerable(input.attribute) ? ownerReason(actor, input) : null)).filter(present);
  if (others.length > 0) return others;
  const wrong = inputs.map(typeReason).filter(present);
  if (wrong.length > 0) return wrong;
  const all = after(stored, inputs);
  return inputs.map((input) => rowReason(input, all)).filter(present);
};

/** Only what differs from what is stored, each place once (the last word counts). */
export const changedOnly = (inputs: readonly AnswerInput[], stored: readonly StoredAnswer[]): readonly AnswerInput[] => {
  const known = new Map(stored.map((answer) => [fieldOf(answer), canonicalJson(answer.value)]));
  const last = new Map(inputs.map((input) => [fieldOf(input), input]));
  return [...last.values()].filter((input) => {
    const was = known.get(fieldOf(input));
    return input.value === undefined ? was !== undefined : was !== canonicalJson(input.value);
  });
};
