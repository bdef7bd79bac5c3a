import { figureField, readFigures } from './figures.js';

const GOALS = [{ purpose: 'attendance', goal: 'Diensten met te weinig mensen' }];
const TYPED = {
  [figureField('attendance', 'unit')]: 'diensten per maand',
  [figureField('attendance', 'before')]: '12',
  [figureField('attendance', 'after')]: '3,5',
  [figureField('attendance', 'reached')]: 'yes',
  [figureField('attendance', 'explanation')]: 'Het rooster is eerder vol.',
};

describe('the figures of an effect report', () => {
  it('are read for each purpose, and the rest of the form is left alone', () => {
    expect(readFigures({ ...TYPED, summary: 'x' }, GOALS)).toEqual({
      figures: [
        {
          purpose: 'attendance',
          goal: 'Diensten met te weinig mensen',
          unit: 'diensten per maand',
          before: '12',
          after: '3.5',
          reached: 'yes',
          explanation: 'Het rooster is eerder vol.',
        },
      ],
      wrong: [],
      rest: { summary: 'x' },
    });
  });
  it.each([
    ['before', 'veel', 'figure.unreadable'],
    ['after', '', 'figure.unreadable'],
    ['after', '1e9', 'figure.unreadable'],
    ['reached', 'maybe', 'field.choice'],
    ['unit', '', 'field.text'],
    ['unit', 'x'.repeat(61), 'field.too-long'],
    ['explanation', 'x'.repeat(2001), 'field.too-long'],
  ] as const)('%s as “%s” is refused', (field, value, code) => {
    const { wrong } = readFigures({ ...TYPED, [figureField('attendance', field)]: value }, GOALS);
    expect(wrong).toEqual([{ field: figureField('attendance', field), code }]);
  });
  it('are asked for every purpose', () => {
    const { wrong } = readFigures(TYPED, [...GOALS, { purpose: 'quality', goal: 'x' }]);
    expect(wrong.map(({ field }) => field)).toHaveLength(5);
    expect(wrong.every(({ field }) => field?.endsWith('-quality'))).toBe(true);
  });
});
