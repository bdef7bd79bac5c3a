import { unitText } from './unit-words.js';

describe('a unit', () => {
  it.each([
    ['keer', 'keer', 'times'],
    ['times', 'keer', 'times'],
    [' Minuten', 'minuten', 'minutes'],
    ['uren', 'uren', 'hours'],
  ])('%s is said in both languages', (unit, nl, en) => expect([unitText(unit, 'nl'), unitText(unit, 'en')]).toEqual([nl, en]));
  it('that nobody knows stays as it was written', () => expect(unitText('kWh', 'en')).toBe('kWh'));
});
