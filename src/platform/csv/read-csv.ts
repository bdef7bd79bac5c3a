import { parse } from 'csv-parse/sync';

export interface CsvLine<Column extends string> {
  /** As an editor counts it; the header is line 1. */
  readonly line: number;
  readonly cells: Readonly<Partial<Record<Column, string>>>;
}
export type CsvRead<Column extends string> =
  | { readonly ok: true; readonly lines: readonly CsvLine<Column>[] }
  | { readonly ok: false; readonly code: string; readonly column?: string; readonly line?: number };

export interface CsvForm<Column extends string> {
  /** The column that a name in the header stands for; null: not one of ours. */
  readonly columnOf: (name: string) => Column | null;
  readonly required: readonly Column[];
  readonly mostLines: number;
  /** Other columns are left unread; otherwise they are refused. */
  readonly leavesOthers?: boolean;
}

interface Row {
  readonly info: { readonly lines: number };
  readonly record: readonly string[];
}

const delimiterOf = (text: string): string => {
  const header = text.split(/\r?\n/, 1)[0] ?? '';
  return header.split(';').length > header.split(',').length ? ';' : ',';
};

const rowsOf = (text: string, mostLines: number): readonly Row[] | { line: number } => {
  try {
    const rows: unknown = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 20_000,
      to: mostLines + 2,
    });
    return rows as Row[];
  } catch (error) {
    const line: unknown = error instanceof Error && 'lines' in error ? error.lines : 0;
    return { line: typeof line === 'number' ? line : 0 };
  }
};

type Mistake = { readonly code: string; readonly column?: string };
const headerMistake = <Column extends string>(
  names: readonly string[],
  columns: readonly (Column | null)[],
  form: CsvForm<Column>,
): Mistake | null => {
  const unknown = names.find((_, at) => columns[at] === null);
  if (unknown !== undefined && !form.leavesOthers) return { code: 'csv.column-unknown', column: unknown.slice(0, 40) };
  const missing = form.required.find((column) => !columns.includes(column));
  if (missing) return { code: 'csv.column-missing', column: missing };
  const known = columns.filter((column) => column !== null);
  return new Set(known).size === known.length ? null : { code: 'csv.column-double' };
};

const decoded = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

const cellsOf = <Column extends string>(columns: readonly (Column | null)[], record: readonly string[]): CsvLine<Column>['cells'] => {
  const cells: Partial<Record<Column, string>> = {};
  for (const [at, column] of columns.entries()) if (column !== null) cells[column] = record[at] ?? '';
  return cells;
};

const LONGEST_LINE = 100_000;
/** A line that no editor wrote: cells without end take longer to tell apart than anybody waits. */
const lineTooLong = (text: string): number | null => {
  for (let [line, from] = [1, 0]; from < text.length; line += 1) {
    const found = text.indexOf('\n', from);
    const end = found < 0 ? text.length : found;
    if (end - from > LONGEST_LINE) return line;
    from = end + 1;
  }
  return null;
};

/** Reads a file with a header: UTF-8, comma or semicolon, so many lines at most. */
export const readCsvFile = <Column extends string>(bytes: Uint8Array, form: CsvForm<Column>): CsvRead<Column> => {
  const text = decoded(bytes);
  if (text === null || text.includes('\0')) return { ok: false, code: 'csv.not-utf8' };
  const long = lineTooLong(text);
  if (long !== null) return { ok: false, code: 'csv.unreadable', line: long };
  const rows = rowsOf(text, form.mostLines);
  if ('line' in rows) return { ok: false, code: 'csv.unreadable', line: rows.line };
  const [first, ...rest] = rows;
  if (!first || rest.length === 0) return { ok: false, code: 'csv.empty' };
  if (rest.length > form.mostLines) return { ok: false, code: 'csv.too-long' };
  const names = first.record.map((name) => name.trim().toLowerCase());
  const columns = names.map(form.columnOf);
  const mistake = headerMistake(names, columns, form);
  if (mistake) return { ok: false, ...mistake };
  const wrong = rest.find(({ record }) => record.length !== names.length);
  if (wrong) return { ok: false, code: 'csv.cells', line: wrong.info.lines };
  return { ok: true, lines: rest.map(({ info, record }) => ({ line: info.lines, cells: cellsOf(columns, record) })) };
};
