import { arrayText } from './array-text.js';

describe('an array that is sent', () => {
  it('is written in one piece when nothing in it needs quotes', () => {
    expect(arrayText([])).toBe('{}');
    expect(arrayText(['a_1', 't-2', '2027-01-15T08:00:00.000Z', '7', '1.5', '+2', null])).toBe(
      '{a_1,t-2,2027-01-15T08:00:00.000Z,7,1.5,+2,NULL}',
    );
    expect(arrayText(['nullable', 'annull'])).toBe('{nullable,annull}');
  });

  it.each(['', ' ', 'a b', 'a,b', '{', '}', '"', '\\', 'null', 'NULL', 'Null', 'é', '\n', 'a\n', '/'])(
    'is left to the library with %j in it',
    (value) => expect(arrayText(['a', value])).toBeNull(),
  );
  it.each([[7], [undefined], [new Date(0)], [Buffer.from('a')], [['a']], [true], [{}]])('is left to the library with %p in it', (value) =>
    expect(arrayText([value])).toBeNull(),
  );
});
