import { checkDeviceLines, type Known, MOST_DEVICES } from './device-lines.js';

const KNOWN: Known = {
  persons: new Map([
    ['1001', 'p_els'],
    ['1002', 'p_jan'],
  ]),
  owners: new Map([['laptop-9', ['p_jan']]]),
  listed: new Map([['laptop-1', 'd_1']]),
  count: 1,
};
const line = (device: string, staffNumber = '1001', at = 2) => ({ line: at, device, staffNumber });

describe('the lines of a file with devices', () => {
  it('are put on the list, or taken off', () => {
    expect(checkDeviceLines([line('LAPTOP-2'), line('laptop-9', '1002', 3)], 'add', KNOWN)).toEqual({
      faults: [],
      added: [
        { device: 'LAPTOP-2', personId: 'p_els' },
        { device: 'laptop-9', personId: 'p_jan' },
      ],
      removed: [],
    });
    expect(checkDeviceLines([line('LAPTOP-1', '')], 'remove', KNOWN)).toEqual({ faults: [], added: [], removed: ['d_1'] });
  });

  it.each([
    ['add', '', '1001', 'device', 'missing'],
    ['add', 'x'.repeat(101), '1001', 'device', 'long'],
    ['add', 'LAP\u0007TOP', '1001', 'device', 'control'],
    ['add', 'LAPTOP-2', '', 'staff_number', 'missing'],
    ['add', 'LAPTOP-2', '9999', 'staff_number', 'unknown-number'],
    ['add', 'LAPTOP-1', '1001', 'device', 'listed'],
    ['add', 'LAPTOP-9', '1001', 'device', 'of-other'],
    ['remove', 'LAPTOP-2', '', 'device', 'not-listed'],
  ] as const)('%s %j of %j names its %s: %s', (act, device, staffNumber, column, code) => {
    const checked = checkDeviceLines([line('LAPTOP-1', '1001', 7), line(device, staffNumber, 8)].slice(1), act, KNOWN);
    expect(checked).toEqual({ faults: [{ line: 8, column, code }], added: [], removed: [] });
  });

  it('twice the same device is named, and so is one too many', () => {
    expect(checkDeviceLines([line('LAPTOP-2'), line('laptop-2', '1002', 3)], 'add', KNOWN).faults).toEqual([
      { line: 3, column: 'device', code: 'double' },
    ]);
    expect(checkDeviceLines([line('LAPTOP-2')], 'add', { ...KNOWN, count: MOST_DEVICES }).faults).toEqual([
      { line: 2, column: 'device', code: 'too-many' },
    ]);
    expect(checkDeviceLines([line('LAPTOP-2')], 'add', { ...KNOWN, count: MOST_DEVICES - 1 }).faults).toEqual([]);
  });
});
