import { GRADES, wayOut } from '../../../policy/index.js';
import { outWords, stopWords } from './declared-words.js';

describe('how one person gets out of a tool', () => {
  it('is by the lease, the next list, or an order: by its grade, and by whether IT listed devices', () => {
    expect(GRADES.map((grade) => wayOut(grade, false))).toEqual(['lease', 'lease', 'order', 'order', 'order']);
    expect(GRADES.map((grade) => wayOut(grade, true))).toEqual(['lease', 'lease', 'managed', 'vendor_api', 'order']);
  });

  it('promises nothing that we cannot do ourselves', () => {
    const all = (['lease', 'managed', 'vendor_api', 'order'] as const).map((way) => [outWords(way, 'nl'), outWords(way, 'en')] as const);
    expect(all.map(([nl]) => /1 uur/.test(nl))).toEqual([false, true, true, false]);
    expect(all.map(([nl]) => /1 werkdag/.test(nl))).toEqual([false, false, false, true]);
    expect(all.map(([nl]) => /Wij kunnen dat niet zelf|niet technisch/.test(nl))).toEqual([false, true, true, true]);
    expect(all.map(([, en]) => /within 1 hour/.test(en))).toEqual([false, true, true, false]);
    expect(all.map(([, en]) => /within 1 working day/.test(en))).toEqual([false, false, false, true]);
  });
});

it('a stop empties the list at once, where a tool may run by one', () => {
  const fast = GRADES.map((enforcement) => stopWords({ enforcement, grade: null, leaseMinutes: null }, 'nl')[1]?.lines ?? []);
  expect(fast.map((lines) => lines.some((line) => line.includes('lijst')))).toEqual([false, false, true, true, false]);
});
