import { ATTRIBUTES, attributeOf, type Attribute, type AttributeType } from '../../../policy/index.js';
import { checkValue } from './check-value.js';
import { readTyped } from './read-typed.js';

const of = (path: string): Attribute => {
  const found = attributeOf(path);
  if (!found) throw new Error(`no attribute ${path}`);
  return found;
};

describe('a value of an attribute', () => {
  const cases: readonly (readonly [string, readonly unknown[], readonly unknown[]])[] = [
    ['tool.covert', [true, false], ['true', 1, 0, null, [], {}]],
    ['capture.contentLevel', [0, 1, 2], [-1, 3, 1.5, '1', true, null, Infinity, NaN]],
    ['home.samplingRate', [0, 0.1, 1], [-0.1, 1.1, '0.1', null, true]],
    ['tool.vendor', ['Aanmeld BV', '<script>'], ['', 5, null, ['a'], 'x'.repeat(201), 'a\u0000b', '\ud800', 'a\u0007']],
    [
      'dpia.reviewDue',
      ['2027-01-31', '2028-02-29'],
      ['2027-02-29', '2027-13-01', '31-01-2027', '', null, 20270131, '9999-99-99', '2201-01-01'],
    ],
    ['tool.groupScope', ['all', 'group', null], ['everyone', '', true, 0, ['all']]],
    [
      'tool.dataSubjects',
      [['employees'], [], ['employees', 'customers']],
      ['employees', ['aliens'], ['employees', 'employees'], null, [null]],
    ],
    ['capture.sampling.reviewers', [['coach'], []], [[''], [5], 'coach', ['x'.repeat(201)], Array.from({ length: 51 }, (_, n) => `r${n}`)]],
    [
      'purposes',
      [[], ['r1'], ['r1', 'attendance']],
      [['r1', 'r1'], ['R 1'], ['../x'], [''], 'r1', null, Array.from({ length: 51 }, (_, n) => `r${n}`)],
    ],
  ];
  it.each(cases)('%s takes what is of its type and nothing else', (path, good, bad) => {
    for (const value of good) expect([value, checkValue(of(path), value as never)]).toEqual([value, null]);
    for (const value of bad) expect([value, checkValue(of(path), value as never)]).not.toEqual([value, null]);
  });

  it('has a check for every type that there is', () => {
    const types = new Set<AttributeType>(ATTRIBUTES.map(({ type }) => type));
    expect([...types].sort()).toEqual(['boolean', 'day', 'integer', 'list', 'many_of', 'number', 'one_of', 'text']);
  });
});

describe('a field as it was typed', () => {
  it('reads yes and no, numbers with a comma or a point, and texts without carriage returns', () => {
    expect(readTyped(of('tool.covert'), 'yes', false)).toEqual({ kind: 'value', value: true });
    expect(readTyped(of('home.samplingRate'), '0,25', false)).toEqual({ kind: 'value', value: 0.25 });
    expect(readTyped(of('home.samplingRate'), '0.25', false)).toEqual({ kind: 'value', value: 0.25 });
    expect(readTyped(of('purposes[].description'), ' a\r\nb ', false)).toEqual({ kind: 'value', value: 'a\nb' });
  });

  it('is empty when nothing was typed: that is no answer', () => {
    for (const raw of [undefined, '', '  ', [], ['']]) expect(readTyped(of('tool.vendor'), raw, false)).toEqual({ kind: 'empty' });
  });

  it('takes "none of these" only where the question offers it, and only alone', () => {
    expect(readTyped(of('capture.pause.live'), '_none', true)).toEqual({ kind: 'value', value: [] });
    expect(readTyped(of('tool.groupScope'), '_none', true)).toEqual({ kind: 'value', value: null });
    expect(readTyped(of('capture.pause.live'), '_none', false).kind).toBe('fault');
    expect(readTyped(of('capture.pause.live'), ['_none', 'hold'], true).kind).toBe('fault');
    expect(readTyped(of('tool.groupScope'), '_none', false).kind).toBe('fault');
  });

  it.each([
    ['tool.covert', 'maybe'],
    ['capture.contentLevel', '1e3'],
    ['capture.contentLevel', '9999999999999999999999'],
    ['home.samplingRate', 'NaN'],
    ['tool.vendor', 'x'.repeat(201)],
    ['tool.vendor', ['a', 'b']],
    ['tool.vendor', { toString: 'x' }],
    ['dpia.reviewDue', 'tomorrow'],
    ['tool.groupScope', 'or 1=1'],
    ['tool.dataSubjects', ['employees', 'employees']],
  ])('names a fault in %s: %s', (path, raw) => {
    expect(readTyped(of(path), raw, false).kind).toBe('fault');
  });
});
