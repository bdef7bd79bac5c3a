import { STRICTER, type Starter, type StricterIs } from '../starters/starter.js';
import type { Setting } from '../version.js';

/** A row of the sheet as it stands in the form: texts, perhaps not usable yet. */
export interface TypedSetting {
  readonly name: string;
  readonly value: string;
  readonly meaningNl: string;
  readonly meaningEn: string;
  readonly stricterIs: string;
}
const EMPTY_ROW: TypedSetting = { name: '', value: '', meaningNl: '', meaningEn: '', stricterIs: '' };
const SHEET_PARTS = ['name', 'value', 'meaningNl', 'meaningEn', 'stricterIs'] as const;
const MAX_ROWS = 200;

const isStricter = (typed: string): typed is StricterIs => STRICTER.some((one) => one === typed);
const cleaned = (raw: unknown): string => (typeof raw === 'string' ? raw.replace(/\r\n?/g, '\n').trim() : '');

export const rowsOf = (sheet: readonly Setting[]): readonly TypedSetting[] =>
  sheet.map((setting) => ({ ...setting, stricterIs: setting.stricterIs ?? '' }));
export const proposedRows = (starter: Starter | undefined): readonly TypedSetting[] =>
  (starter?.sheet ?? []).map(({ name, value, meaning, stricterIs }) => ({
    name,
    value,
    meaningNl: meaning.nl,
    meaningEn: meaning.en,
    stricterIs: stricterIs ?? '',
  }));

export interface ReadSheet {
  readonly rows: readonly TypedSetting[];
  readonly settings: readonly Setting[];
  /** "Add" or "remove" was pressed: nothing is saved. */
  readonly isEdit: boolean;
  readonly stray: readonly string[];
}

/** The sheet's form: rows `sheet|n|part`, a row in which nothing is filled in does not count. */
export const readSheet = (body: Record<string, unknown>): ReadSheet => {
  const count = Math.min(Number(/^\d{1,3}$/.exec(cleaned(body['rows']))?.[0] ?? 0), MAX_ROWS);
  const all = Array.from({ length: count }, (_, at): TypedSetting => {
    const part = (name: string): string => cleaned(body[`sheet|${at}|${name}`]);
    return {
      name: part('name'),
      value: part('value'),
      meaningNl: part('meaningNl'),
      meaningEn: part('meaningEn'),
      stricterIs: part('stricterIs'),
    };
  });
  const known = new Set([
    '_csrf',
    '_idempotency',
    '_next',
    '_add',
    '_remove',
    '_save',
    'rows',
    ...all.flatMap((_, at) => SHEET_PARTS.map((part) => `sheet|${at}|${part}`)),
  ]);
  const stray = Object.keys(body).filter((field) => !known.has(field));
  const removed = typeof body['_remove'] === 'string' ? all.filter((_, at) => String(at) !== body['_remove']) : all;
  const rows = typeof body['_add'] === 'string' && removed.length < MAX_ROWS ? [...removed, EMPTY_ROW] : removed;
  const filled = all.filter((row) => SHEET_PARTS.some((part) => row[part] !== ''));
  const settings = filled.map((row) => ({ ...row, stricterIs: isStricter(row.stricterIs) ? row.stricterIs : null }));
  return { rows, settings, isEdit: typeof body['_add'] === 'string' || typeof body['_remove'] === 'string', stray };
};
