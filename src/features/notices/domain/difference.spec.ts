import { differenceOf, newLanguages } from './difference.js';
import type { NoticeContent } from './notice-content.js';
import type { NoticeItem } from './notice-items.js';

const content = (fields: Readonly<Record<string, string>>, over: Partial<NoticeContent> = {}): NoticeContent => ({
  items: [...new Set(Object.keys(fields).map((field) => field.split(':')[0] as NoticeItem))],
  purposes: ['training'],
  texts: { nl: fields, en: {} },
  reviewed: [],
  ...over,
});

describe('what differs between two notices', () => {
  it('is nothing when they say the same', () =>
    expect(differenceOf(content({ N16: 'Wat u typt' }), content({ N16: 'Wat u typt' }), 'nl')).toEqual([]));
  it('is the line that came, the line that went, and both where one was replaced', () => {
    const old = content({ N06: 'A', N14: '- een\n- twee', 'N08:training': 'Hoogstens 30 dagen.' });
    const fresh = content({ N06: 'A\nB', N14: '- een', 'N08:training': 'Hoogstens 90 dagen.' });
    expect(differenceOf(old, fresh, 'nl')).toEqual([
      { field: 'N06', kind: 'added', before: [], after: ['B'] },
      { field: 'N08:training', kind: 'changed', before: ['Hoogstens 30 dagen.'], after: ['Hoogstens 90 dagen.'] },
      { field: 'N14', kind: 'removed', before: ['twee'], after: [] },
    ]);
  });
  it('names an item and a purpose that is new or gone', () => {
    const old = content({ 'N03:training': 'Oefenen', N13: 'Profiel' });
    const fresh = content({ 'N03:quality': 'Kwaliteit' }, { purposes: ['quality'] });
    expect(differenceOf(old, fresh, 'nl').map(({ field, kind }) => `${field} ${kind}`)).toEqual([
      'N03:quality added',
      'N03:training removed',
      'N13 removed',
    ]);
  });
  it('does not take a text of an item that the notice does not hold', () => {
    const hidden = content({ N01: 'Wij', N13: 'Profiel' }, { items: ['N01'] });
    expect(differenceOf(hidden, content({ N01: 'Wij' }), 'nl')).toEqual([]);
  });
  it('leaves out what is new in every notice, and the order of lines', () => {
    expect(differenceOf(content({ N19: 'a', N22: 'versie 1' }), content({ N19: 'b', N22: 'versie 2' }), 'nl')).toEqual([]);
    expect(differenceOf(content({ N14: '- a\n- b' }), content({ N14: '- b\n- a' }), 'nl')).toEqual([]);
  });
  it('reads the language that is asked for', () => expect(differenceOf(content({ N01: 'a' }), content({ N01: 'b' }), 'en')).toEqual([]));
  it('names a language that is new', () => expect(newLanguages(content({}), content({}, { reviewed: ['pl'] }))).toEqual(['pl']));
});
