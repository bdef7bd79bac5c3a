/** One measurement as an agent sends it. */
export interface SentLine {
  readonly metric: string;
  readonly unit: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The same as it was written. */
  readonly written: string;
  readonly place: string;
  readonly value: number;
}

export type UnreadReason = 'line.unreadable' | 'line.fields' | 'line.time';
type ReadLine = SentLine | UnreadReason;

export const MOST_LINES = 10_000;
const LONGEST_LINE = 400;
const FIELDS: ReadonlySet<string> = new Set(['metric', 'unit', 'at', 'place', 'value']);
const INSTANT = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):\d{2}:\d{2}(?:\.\d{1,3})?Z$/;
const DAYS_OF_EVERY_MONTH = 28;

const parsed = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
};

/** Milliseconds since 1970; null for what no clock shows. A day beyond the end of its month would be read as one of the next. */
const momentIn = (at: unknown): number | null => {
  if (typeof at !== 'string' || !INSTANT.test(at)) return null;
  const moment = Date.parse(at);
  if (Number.isNaN(moment)) return null;
  const day = Number(at.slice(8, 10));
  return day <= DAYS_OF_EVERY_MONTH || new Date(moment).getUTCDate() === day ? moment : null;
};

/** A line with anything more than a measurement has is refused whole: nobody looks at what it is. */
export const readLine = (line: string): ReadLine => {
  const value = line.length <= LONGEST_LINE ? parsed(line) : null;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'line.unreadable';
  const { metric, unit, at, place, value: amount } = value as Readonly<Record<string, unknown>>;
  for (const name in value) if (!FIELDS.has(name)) return 'line.fields';
  if (typeof metric !== 'string' || typeof unit !== 'string' || typeof place !== 'string') return 'line.fields';
  if (typeof amount !== 'number' || !Number.isFinite(amount)) return 'line.fields';
  const moment = momentIn(at);
  return moment === null ? 'line.time' : { metric, unit, at: moment, written: String(at), place, value: amount };
};

/** The lines of a batch (NDJSON), as they were written; null: more than one batch may hold. A newline at the end begins no line. */
export const linesIn = (text: string): readonly string[] | null => {
  const lines = (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
  if (lines.length > MOST_LINES) return null;
  return lines.length === 1 && lines[0] === '' ? [] : lines;
};
