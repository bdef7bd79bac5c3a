import { checkImport, type Line, type Registered } from './import-check.js';
import { readDay, readPersonLine } from './person-line.js';

const TODAY = '2026-01-01';
const line = (number: number, cells: Line['cells'] = {}): Line => ({
  line: number,
  cells: { staff_number: String(number), name: `Persoon ${number}`, unit: 'Burgerzaken', starts_on: '2024-02-29', ...cells },
});
const known = (staffNumber: string, more: Partial<Registered> = {}): Registered => ({
  staffNumber,
  email: null,
  managerStaffNumber: null,
  council: false,
  officer: false,
  ...more,
});
const errorsOf = (lines: readonly Line[], registered: readonly Registered[] = []) =>
  checkImport(lines, registered, TODAY).errors.map((error) => `${error.line} ${error.column} ${error.code}`);

describe('a line', () => {
  it('is read as text, also where it looks like a formula', () => {
    const read = readPersonLine({
      staff_number: ' 007 ',
      name: '=HYPERLINK("http://kwaad.test")',
      unit: '+Burgerzaken',
      starts_on: '1-3-2024',
      language: 'PL',
      works_at_home: 'Ja',
    });
    expect(read).toEqual({
      ok: true,
      person: {
        staffNumber: '007',
        name: '=HYPERLINK("http://kwaad.test")',
        email: null,
        unit: '+Burgerzaken',
        managerStaffNumber: null,
        language: 'nl',
        otherLanguage: 'pl',
        startsOn: '2024-03-01',
        endsOn: null,
        worksAtHome: true,
        device: null,
      },
    });
  });

  it.each([
    [{ staff_number: '' }, 'staff_number cell.missing'],
    [{ name: ' ' }, 'name cell.missing'],
    [{ unit: '' }, 'unit cell.missing'],
    [{ starts_on: '' }, 'starts_on cell.missing'],
    [{ name: 'x'.repeat(201) }, 'name cell.long'],
    [{ name: 'a\u0000b' }, 'name cell.control'],
    [{ email: 'geen adres' }, 'email cell.mail'],
    [{ email: 'a@b' }, 'email cell.mail'],
    [{ language: 'nederlands' }, 'language cell.language'],
    [{ starts_on: '2023-02-29' }, 'starts_on cell.day'],
    [{ starts_on: '31-04-2024' }, 'starts_on cell.day'],
    [{ ends_on: 'morgen' }, 'ends_on cell.day'],
    [{ ends_on: '2024-02-28' }, 'ends_on cell.ends-first'],
    [{ works_at_home: 'soms' }, 'works_at_home cell.yes-no'],
    [{ works_at_home: 'misschien' }, 'works_at_home cell.yes-no'],
    [{ starts_on: '1 januari 2024' }, 'starts_on cell.day'],
    [{ manager_staff_number: '2' }, 'manager_staff_number cell.own-manager'],
  ])('with %j is named', (cells, error) => {
    expect(errorsOf([line(2, cells)])).toEqual([`2 ${error}`]);
  });

  it('with its last day on its first is sound', () => {
    expect(errorsOf([line(2, { ends_on: '2024-02-29' })])).toEqual([]);
  });

  it('knows real days only', () => {
    expect(readDay('2024-02-29')).toBe('2024-02-29');
    expect(readDay('29-2-2024')).toBe('2024-02-29');
    for (const wrong of ['2024-2-29', '2024-13-01', '1899-01-01', '29/02/2024', '3024-01-01', '']) expect(readDay(wrong)).toBeNull();
  });
});

describe('a file', () => {
  it('names every bad line in order, each with what is wrong', () => {
    const lines = [line(2), line(3, { starts_on: 'x' }), line(4, { staff_number: '2' }), line(5, { manager_staff_number: '99' })];
    expect(errorsOf(lines)).toEqual(['3 starts_on cell.day', '4 staff_number cell.double', '5 manager_staff_number cell.manager-unknown']);
  });

  it('names a mail address that comes twice, in any case, or belongs to another', () => {
    expect(errorsOf([line(2, { email: 'a@b.test' }), line(3, { email: 'A@B.test' })])).toEqual(['3 email cell.double']);
    expect(errorsOf([line(2, { email: 'a@b.test' })], [known('9', { email: 'A@b.test' })])).toEqual(['2 email cell.mail-taken']);
    const swapped = [line(2, { email: 'b@b.test' }), line(3, { email: 'a@b.test' })];
    expect(errorsOf(swapped, [known('2', { email: 'a@b.test' }), known('3', { email: 'b@b.test' })])).toEqual([]);
  });

  it('finds a manager in the file, also below, and in the register', () => {
    expect(errorsOf([line(2, { manager_staff_number: '3' }), line(3)])).toEqual([]);
    expect(errorsOf([line(2, { manager_staff_number: '9' })], [known('9')])).toEqual([]);
  });

  it('does not call a manager unknown whose own line is bad', () => {
    expect(errorsOf([line(2, { manager_staff_number: '3' }), line(3, { name: '' })])).toEqual(['3 name cell.missing']);
  });

  it('names a circle of managers, through the register too', () => {
    expect(errorsOf([line(2, { manager_staff_number: '3' }), line(3, { manager_staff_number: '2' })])).toEqual([
      '2 manager_staff_number cell.manager-circle',
      '3 manager_staff_number cell.manager-circle',
    ]);
    expect(errorsOf([line(2, { manager_staff_number: '9' })], [known('9', { managerStaffNumber: '2' }), known('2')])).toEqual([
      '2 manager_staff_number cell.manager-circle',
    ]);
  });

  it('leaves the council alone: its addresses, and when its officers leave', () => {
    const chair = known('2', { email: 'chair@b.test', council: true, officer: true });
    expect(errorsOf([line(2, { email: 'hr@b.test' })], [chair])).toEqual(['2 email person.council-mail']);
    expect(errorsOf([line(2, { email: 'Chair@b.test', ends_on: '2026-01-01' })], [chair])).toEqual(['2 ends_on person.council-officer']);
    expect(errorsOf([line(2, { email: 'chair@b.test', ends_on: '2026-01-01' })], [{ ...chair, officer: false }])).toEqual([]);
    expect(errorsOf([line(2, { email: 'chair@b.test', ends_on: '2025-12-31' })], [{ ...chair, officer: false }])).toEqual([
      '2 ends_on person.council-past',
    ]);
    expect(errorsOf([line(2, { email: 'chair@b.test' })], [chair])).toEqual([]);
  });

  it('counts who is new and who changes', () => {
    expect(checkImport([line(2), line(3)], [known('3')], TODAY)).toMatchObject({ added: 1, changed: 1, errors: [] });
  });

  it('of 20,000 lines is checked in one pass', () => {
    const lines = Array.from({ length: 20_000 }, (_, n) => line(n + 2, n > 0 ? { manager_staff_number: String(n + 1) } : {}));
    expect(checkImport(lines, [], TODAY).errors).toEqual([]);
  });
});
