import { KNOWN_PRODUCTS } from '../known-products.catalogue.js';
import { compare, faultsOf, inventoryColumnOf, isProduct } from './inventory.js';

const line = (device: string, product: string, publisher = '', at = 2) => ({
  line: at,
  cells: { device_id: device, product, publisher, version: '1.0', installed_on: '2026-01-31' },
});
const codesIn = (product: string, publisher = ''): string[] =>
  compare([line('d', product, publisher)], []).findings.map((one) => one.product);

describe('an inventory beside what is known', () => {
  it('counts devices, not lines, and forgets which ones', () => {
    const lines = [line('A', 'Teramind Agent'), line('a', 'Teramind Agent (x64)'), line('B', 'TERAMIND'), line('C', 'Notepad++')];
    expect(compare(lines, [])).toEqual({ lines: 4, devices: 3, findings: [{ product: 'teramind', toolId: null, devices: 2 }] });
  });

  it.each([
    ['Hubstaff 1.6.24', '', ['hubstaff']],
    ['WorkTime Client', 'NesterSoft Inc.', ['worktime']],
    ['WorkTime Client', 'Somebody else', []],
    ['Remote Teraminding', '', ['teramind']],
    ['Hyperteramind', '', []],
    ['Toggle Desktop', 'Somebody else', []],
    ['DTExec', 'Microsoft Corporation', []],
    ['Microsoft Edge', 'Microsoft Corporation', []],
  ])('%s of %j is %j', (product, publisher, codes) => expect(codesIn(product, publisher)).toEqual(codes));

  it('finds registered tools by their name, and a known product once, under its own', () => {
    const tools = [
      { id: 't_1', name: 'Aanmeldregistratie' },
      { id: 't_2', name: 'Teramind' },
      { id: 't_3', name: 'abc' },
    ];
    const lines = [line('A', 'Aanmeldregistratie 2.0'), line('B', 'Teramind'), line('C', 'abc')];
    expect(compare(lines, tools).findings).toEqual([
      { product: 't_1', toolId: 't_1', devices: 1 },
      { product: 'teramind', toolId: null, devices: 1 },
    ]);
    const teramind = KNOWN_PRODUCTS.find(({ code }) => code === 'teramind');
    expect(teramind && isProduct(teramind, 'Teramind', null)).toBe(true);
  });

  it('names line and column of each cell that cannot be right', () => {
    const wrong = { line: 7, cells: { device_id: ' ', product: 'x'.repeat(301), version: '', installed_on: 'gisteren' } };
    expect(faultsOf([line('A', 'Teramind'), wrong])).toEqual([
      { line: 7, column: 'device_id', code: 'missing' },
      { line: 7, column: 'product', code: 'long' },
      { line: 7, column: 'installed_on', code: 'day' },
    ]);
    expect(faultsOf([{ line: 2, cells: { device_id: 'A', product: 'x' } }])).toEqual([]);
  });

  it('knows the columns of a usual export, and reads no column about people', () => {
    expect(['deviceid', 'applicationname', 'product', 'installed_on'].map(inventoryColumnOf)).toEqual([
      'device_id',
      'product',
      'product',
      'installed_on',
    ]);
    expect(['username', 'emailaddress', 'userid', 'devicename'].map(inventoryColumnOf)).toEqual([null, null, null, null]);
  });
});

describe('the known products', () => {
  it('have each a code and names of their own, in small letters', () => {
    const codes = KNOWN_PRODUCTS.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.length).toBeGreaterThanOrEqual(40);
    const names = KNOWN_PRODUCTS.flatMap((known) => known.names);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toBe(name.toLowerCase());
  });
  it('of a list or a line that names no maker is found by its name alone', () => {
    const [{ cells }] = [line('d', 'Insightful')];
    const { publisher: _none, ...without } = cells;
    expect(compare([{ line: 2, cells: without }], []).findings).toHaveLength(1);
    for (const empty of ['', '  ']) expect(codesIn('Insightful', empty)).toEqual(['insightful']);
    expect(codesIn('Insightful', 'Somebody else')).toEqual([]);
  });

  it.each(KNOWN_PRODUCTS)('$name is found by its own name, and as itself', ({ code, name, publisher }) =>
    expect(codesIn(name, publisher)).toEqual([code]),
  );
});
