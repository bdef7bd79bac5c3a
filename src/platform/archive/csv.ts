import type { Json } from '../../kernel/canonical.js';

const BYTE_ORDER_MARK = '\uFEFF';
/** What a spreadsheet would run instead of show. */
const FORMULA = /^[=+\-@\t\r]/;

const cellText = (value: Json | undefined): string => {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};
const cell = (value: Json | undefined): string => {
  const text = cellText(value);
  const safe = typeof value === 'string' && FORMULA.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** A table as CSV (RFC 4180), which a spreadsheet opens as text and never as a formula. The first row's keys are the head. */
export const csvOf = (rows: readonly Readonly<Record<string, Json>>[]): string => {
  const head = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [head, ...rows.map((row) => head.map((name) => row[name]))];
  return `${BYTE_ORDER_MARK}${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
};
