import { csvOf } from './csv.js';

const lines = (csv: string): readonly string[] => csv.replace('\uFEFF', '').trimEnd().split('\r\n');

describe('a table as CSV', () => {
  it('has the keys of its rows as its head, and a cell for each', () =>
    expect(
      lines(
        csvOf([
          { a: 1, b: 'x' },
          { b: null, c: true },
        ]),
      ),
    ).toEqual(['a,b,c', '1,x,', ',,true']));
  it('quotes what would break a line or a cell', () => expect(lines(csvOf([{ a: 'x, "y"' }]))).toEqual(['a', '"x, ""y"""']));
  it.each(['=1+1', '+31 6', '-x', '@sum', '\tx'])('gives a spreadsheet nothing to run: %s', (text) =>
    expect(lines(csvOf([{ a: text }]))[1]).toBe(`'${text}`),
  );
  it('leaves a number that is below nothing a number', () => expect(lines(csvOf([{ a: -1 }]))[1]).toBe('-1'));
});
