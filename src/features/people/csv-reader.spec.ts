import { readCsv } from './csv-reader.js';

const HEADER = 'staff_number,name,unit,starts_on';
const read = (text: string) => readCsv(Buffer.from(text, 'utf8'));

describe('the file of the register', () => {
  it('is read with a comma or a semicolon, with or without a byte order mark, and counts lines as an editor does', () => {
    const lines = [
      { line: 2, cells: { staff_number: '1', name: 'Jan', unit: 'A', starts_on: '2024-01-01' } },
      { line: 4, cells: { staff_number: '2', name: 'Els, de', unit: 'B', starts_on: '2024-01-01' } },
    ];
    expect(read(`${HEADER}\n1,Jan,A,2024-01-01\n\n2,"Els, de",B,2024-01-01\n`)).toEqual({ ok: true, lines });
    expect(read(`\ufeff${HEADER.replaceAll(',', ';')}\r\n1;Jan;A;2024-01-01\r\n\r\n2;Els, de;B;2024-01-01`)).toEqual({ ok: true, lines });
  });

  it.each([
    ['', { code: 'csv.empty' }],
    [HEADER, { code: 'csv.empty' }],
    ['staff_number,name,unit\n1,Jan,A', { code: 'csv.column-missing', column: 'starts_on' }],
    [`${HEADER},role\n1,Jan,A,2024-01-01,dpo`, { code: 'csv.column-unknown', column: 'role' }],
    [`${HEADER},name\n1,Jan,A,2024-01-01,Els`, { code: 'csv.column-double' }],
    [`${HEADER}\n1,Jan,A,2024-01-01\n2,Els,B`, { code: 'csv.cells', line: 3 }],
  ])('%j is refused as a whole', (text, mistake) => {
    expect(read(text)).toEqual({ ok: false, ...mistake });
  });

  it('is refused where a quote never closes, and where it is no UTF-8', () => {
    expect(read(`${HEADER}\n1,"Jan,A,2024-01-01`)).toMatchObject({ ok: false, code: 'csv.unreadable' });
    for (const bytes of [
      [0x73, 0xe9, 0x2c],
      [0x73, 0x00, 0x2c],
    ])
      expect(readCsv(Buffer.from(bytes))).toEqual({ ok: false, code: 'csv.not-utf8' });
  });

  it('is refused where a line is longer than anybody wrote, before its cells are told apart', () => {
    expect(read(','.repeat(2_000_000))).toEqual({ ok: false, code: 'csv.unreadable', line: 1 });
    expect(read(`${HEADER}\n1,Jan,A,2024-01-01\n${','.repeat(100_001)}`)).toEqual({ ok: false, code: 'csv.unreadable', line: 3 });
  });

  it('holds at most 50,000 lines', () => {
    const lines = (count: number) => `${HEADER}\n${'1,Jan,A,2024-01-01\n'.repeat(count)}`;
    expect(read(lines(50_001))).toEqual({ ok: false, code: 'csv.too-long' });
    expect(read(lines(50_000))).toMatchObject({ ok: true });
  });
});
