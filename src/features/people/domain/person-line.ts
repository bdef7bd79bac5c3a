import type { Language } from '../../../kernel/actor.js';
import type { Day } from '../../../kernel/clock.js';

export const COLUMNS = [
  'staff_number',
  'name',
  'email',
  'unit',
  'manager_staff_number',
  'language',
  'starts_on',
  'ends_on',
  'works_at_home',
  'device',
] as const;
export type Column = (typeof COLUMNS)[number];
export const REQUIRED_COLUMNS: readonly Column[] = ['staff_number', 'name', 'unit', 'starts_on'];
export type Cells = Readonly<Partial<Record<Column, string>>>;

/** A person as typed in a form or a line of the file: names of unit and manager not yet looked up. */
export interface PersonInput {
  readonly staffNumber: string;
  readonly name: string;
  readonly email: string | null;
  readonly unit: string;
  readonly managerStaffNumber: string | null;
  readonly language: Language;
  readonly otherLanguage: string | null;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly worksAtHome: boolean;
  readonly device: string | null;
}

export interface CellError {
  readonly column: Column;
  readonly code: string;
}
export type PersonRead =
  { readonly ok: true; readonly person: PersonInput } | { readonly ok: false; readonly errors: readonly CellError[] };

const LONGEST: Readonly<Record<Column, number>> = {
  staff_number: 50,
  name: 200,
  email: 254,
  unit: 200,
  manager_staff_number: 50,
  language: 20,
  starts_on: 20,
  ends_on: 20,
  works_at_home: 20,
  device: 100,
};
const YES = new Set(['ja', 'yes', 'true', '1', 'j', 'y']);
const NO = new Set(['', 'nee', 'no', 'false', '0', 'n']);
const MAIL = /^[^\s@<>"(),;:\\[\]]+@[^\s@<>"(),;:\\[\]]+\.[^\s@<>"(),;:\\[\]]+$/;

/** A real calendar day, `YYYY-MM-DD` or `DD-MM-YYYY`, from 1900 to 2999; null for anything else. */
export const readDay = (typed: string): Day | null => {
  const local = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(typed);
  const day = local ? `${local[3]}-${local[2]!.padStart(2, '0')}-${local[1]!.padStart(2, '0')}` : typed;
  if (!/^(19|2\d)\d{2}-\d{2}-\d{2}$/.test(day)) return null;
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day ? null : day;
};

/** Dutch and English are the house's own; of another language the person gets Dutch and is counted under the other. */
const readLanguage = (typed: string): { language: Language; otherLanguage: string | null } | null => {
  const code = typed.toLowerCase();
  if (code === '' || code === 'nl') return { language: 'nl', otherLanguage: null };
  if (code === 'en') return { language: 'en', otherLanguage: null };
  return /^[a-z]{2}$/.test(code) ? { language: 'nl', otherLanguage: code } : null;
};

const formErrors = (column: Column, text: string): CellError[] => {
  if (text === '' && REQUIRED_COLUMNS.includes(column)) return [{ column, code: 'cell.missing' }];
  if (text.length > LONGEST[column]) return [{ column, code: 'cell.long' }];
  return /\p{Cc}/u.test(text) ? [{ column, code: 'cell.control' }] : [];
};

const meaningErrors = (cell: (column: Column) => string): CellError[] => {
  const errors: CellError[] = [];
  const expect = (column: Column, holds: boolean, code: string) => holds || errors.push({ column, code });
  const starts = readDay(cell('starts_on'));
  const ends = readDay(cell('ends_on'));
  const home = cell('works_at_home').toLowerCase();
  expect('email', cell('email') === '' || MAIL.test(cell('email')), 'cell.mail');
  expect('language', readLanguage(cell('language')) !== null, 'cell.language');
  expect('starts_on', cell('starts_on') === '' || starts !== null, 'cell.day');
  expect('ends_on', cell('ends_on') === '' || ends !== null, 'cell.day');
  expect('ends_on', starts === null || ends === null || starts <= ends, 'cell.ends-first');
  expect('works_at_home', YES.has(home) || NO.has(home), 'cell.yes-no');
  expect(
    'manager_staff_number',
    cell('manager_staff_number') === '' || cell('manager_staff_number') !== cell('staff_number'),
    'cell.own-manager',
  );
  return errors;
};

/** Reads one person. Cells are text and stay text, also when they look like a formula. */
export const readPersonLine = (cells: Cells): PersonRead => {
  const cell = (column: Column): string => (cells[column] ?? '').trim();
  const text = COLUMNS.flatMap((column) => formErrors(column, cell(column)));
  const errors = [...text, ...meaningErrors(cell).filter(({ column }) => !text.some((error) => error.column === column))];
  const startsOn = readDay(cell('starts_on'));
  const language = readLanguage(cell('language'));
  if (errors.length > 0 || !startsOn || !language) return { ok: false, errors };
  const person = {
    staffNumber: cell('staff_number'),
    name: cell('name'),
    email: cell('email') || null,
    unit: cell('unit'),
    managerStaffNumber: cell('manager_staff_number') || null,
    ...language,
    startsOn,
    endsOn: readDay(cell('ends_on')),
    worksAtHome: YES.has(cell('works_at_home').toLowerCase()),
    device: cell('device') || null,
  };
  return { ok: true, person };
};
