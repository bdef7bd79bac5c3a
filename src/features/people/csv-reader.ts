import { parse } from 'csv-parse/sync';
import type { Line } from './domain/import-check.js';
import { COLUMNS, type Column, REQUIRED_COLUMNS } from './domain/person-line.js';

const MOST_LINES = 50_000;

export type CsvRead =
  | { readonly ok: true; readonly lines: readonly Line[] }
  | { readonly ok: false; readonly code: string; readonly column?: string; readonly line?: number };

interface Row {
  readonly info: { readonly lines: number };
  readonly record: readonly string[];
}

const delimiterOf = (text: string): string => {
  const header = text.split(/\r?\n/, 1)[0] ?? '';
  return header.split(';').length > header.split(',').length ? ';' : ',';
};

const rowsOf = (text: string): readonly Row[] | { line: number } => {
  try {
    const rows: unknown = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 20_000,
      to: MOST_LINES + 2,
    });
    return rows as Row[];
  } catch (error) {
    const line: unknown = error instanceof Error && 'lines' in error ? error.lines : 0;
    return { line: typeof line === 'number' ? line : 0 };
  }
};

const isColumn = (name: string): name is Column => COLUMNS.some((column) => column === name);

const headerMistake = (header: readonly string[]): { code: string; column?: string } | null => {
  const unknown = header.find((name) => !isColumn(name));
  if (unknown !== undefined) return { code: 'csv.column-unknown', column: unknown.slice(0, 40) };
  const missing = REQUIRED_COLUMNS.find((column) => !header.includes(column));
  if (missing) return { code: 'csv.column-missing', column: missing };
  return new Set(header).size === header.length ? null : { code: 'csv.column-double' };
};

/** Reads the register's file: UTF-8, comma or semicolon, a header with the known columns. */
export const readCsv = (bytes: Uint8Array): CsvRead => {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { ok: false, code: 'csv.not-utf8' };
  }
  const rows = rowsOf(text);
  if ('line' in rows) return { ok: false, code: 'csv.unreadable', line: rows.line };
  const [first, ...rest] = rows;
  if (!first || rest.length === 0) return { ok: false, code: 'csv.empty' };
  if (rest.length > MOST_LINES) return { ok: false, code: 'csv.too-long' };
  const header = first.record.map((name) => name.trim().toLowerCase());
  const mistake = headerMistake(header);
  if (mistake) return { ok: false, ...mistake };
  const wrong = rest.find(({ record }) => record.length !== header.length);
  if (wrong) return { ok: false, code: 'csv.cells', line: wrong.info.lines };
  return {
    ok: true,
    lines: rest.map(({ info, record }) => ({
      line: info.lines,
      cells: Object.fromEntries(header.map((name, at) => [name, record[at] ?? ''])),
    })),
  };
};
