import type { Actor, Language, Role } from '../../../kernel/actor.js';
import type { Json } from '../../../kernel/canonical.js';
import { attributeOf, ownerMayWrite, type Attribute } from '../../../policy/index.js';
import { parentOf, typedOver, type Values } from './values.js';
import type { AnswerInput } from '../domain/check-answers.js';
import { readRows, readTyped, type Read } from '../domain/read-typed.js';
import { faultText, otherOwnerText, unknownFieldText } from './fault-texts.js';
import { askedIn, type AnyQuestion, fieldName, isList, placesIn, type Section } from './question.js';

export interface AnswerError {
  /** The field's name, which is also its id on the page. */
  readonly field: string;
  readonly code: string;
  readonly text: string;
}

export interface Reader {
  readonly role: Actor['role'];
  readonly language: Language;
  readonly values: Values;
}

export type ReadAnswers =
  | { readonly ok: true; readonly answers: readonly AnswerInput[]; readonly values: Values }
  | { readonly ok: false; readonly errors: readonly AnswerError[]; readonly values: Values };

const FRAME_FIELDS = ['_csrf', '_idempotency', '_next', '_add', '_remove', '_save'];
const MAX_NESTING = 3;

const pathOf = (question: AnyQuestion): string => (isList(question) ? question.list : question.attribute);
export const mayWrite = (role: Actor['role'], path: string): boolean => ownerMayWrite(role as Role, path);

const readField = (question: AnyQuestion, item: string, attribute: Attribute, raw: unknown): Read => {
  if (isList(question)) {
    const rows = readRows(attribute, raw);
    return rows.kind === 'value' && !isUnder(rows.value, item) ? { kind: 'fault', fault: { code: 'rows' } } : rows;
  }
  return readTyped(attribute, raw, question.none !== undefined);
};

/** The rows as typed come first, outer lists before inner ones: they decide which fields there are. */
const typedRows = (section: Section, body: Record<string, unknown>, reader: Reader): Values => {
  let values = reader.values;
  for (let depth = 0; depth < MAX_NESTING; depth += 1) {
    const rows = new Map<string, Json | undefined>();
    for (const { question, item } of askedIn(section.questions, values)) {
      const attribute = attributeOf(pathOf(question));
      if (!isList(question) || !attribute || !mayWrite(reader.role, question.list)) continue;
      const raw = body[fieldName(question.list, item)];
      const read = raw === undefined ? undefined : readRows(attribute, raw);
      if (read?.kind === 'value' && isUnder(read.value, item)) rows.set(fieldName(question.list, item), read.value);
    }
    values = typedOver(values, rows);
  }
  return values;
};
const isUnder = (keys: Json, item: string): boolean =>
  Array.isArray(keys) && keys.every((key) => typeof key === 'string' && parentOf(key) === item);

const strayFields = (section: Section, body: Record<string, unknown>, reader: Reader, rows: Values): AnswerError[] => {
  const places = placesIn(section.questions, rows).map(
    ({ question, item }) => [fieldName(pathOf(question), item), pathOf(question)] as const,
  );
  const known = new Map(places);
  return Object.keys(body).flatMap((field) => {
    if (FRAME_FIELDS.includes(field)) return [];
    const path = known.get(field);
    if (path === undefined) return [{ field: field.slice(0, 200), code: 'field.unknown', text: unknownFieldText(field, reader.language) }];
    return mayWrite(reader.role, path) ? [] : [otherOwner(field, path, reader)];
  });
};

const otherOwner = (field: string, path: string, reader: Pick<Reader, 'language'>): AnswerError => ({
  field,
  code: 'attribute.other-owner',
  text: otherOwnerText(path, reader.language),
});

/** Reads a section's form: each field by its attribute's type. What the role does not own is refused, not skipped. */
export const readAnswers = (section: Section, body: Record<string, unknown>, reader: Reader): ReadAnswers => {
  const rows = typedRows(section, body, reader);
  const asked = askedIn(section.questions, rows).filter(({ question }) => mayWrite(reader.role, pathOf(question)));
  const errors = strayFields(section, body, reader, rows);
  const answers: AnswerInput[] = [];
  const typed = new Map<string, Json | undefined>();
  for (const { question, item } of asked) {
    const path = pathOf(question);
    const field = fieldName(path, item);
    const read = readField(question, item, attributeOf(path)!, body[field]);
    if (read.kind === 'fault')
      errors.push({ field, code: `field.${read.fault.code}`, text: faultText(read.fault, question.text, reader.language) });
    else answers.push(read.kind === 'value' ? { attribute: path, item, value: read.value } : { attribute: path, item });
    typed.set(field, read.kind === 'value' ? read.value : rawText(body[field]));
  }
  const values = typedOver(rows, typed);
  return errors.length > 0 ? { ok: false, errors, values } : { ok: true, answers, values };
};

const rawText = (raw: unknown): Json | undefined => {
  if (typeof raw === 'string') return raw;
  return Array.isArray(raw) && raw.every((one): one is string => typeof one === 'string') ? raw : undefined;
};
