import { MAX_CONDITION, MAX_REASONS, readAdvice } from './advice-form.js';

const POSITIVE = { rows: '0', advice: 'positive', reasons: 'It is needed and mild.' };
const CONDITIONAL = {
  rows: '2',
  advice: 'conditional',
  reasons: 'Shorter.',
  'condition-0-text': '30 dagen in plaats van 90',
  'condition-0-limit': 'retention_max_days',
  'condition-0-value': '30',
  'condition-1-text': 'Train de coaches',
};
const codes = (body: Record<string, unknown>): readonly string[] => {
  const read = readAdvice(body);
  return read.ok ? [] : read.faults.map(({ field, code }) => `${field} ${code}`);
};

describe('the advice as typed', () => {
  it('is positive with reasons', () =>
    expect(readAdvice(POSITIVE)).toMatchObject({ ok: true, input: { advice: 'positive', conditions: [] } }));
  it('carries conditions, with a limit where the machine can hold it', () =>
    expect(readAdvice(CONDITIONAL)).toMatchObject({
      ok: true,
      input: {
        conditions: [
          { text: '30 dagen in plaats van 90', limit: { kind: 'retention_max_days', value: { purpose: null, days: 30 } } },
          { text: 'Train de coaches', limit: null },
        ],
      },
    }));
  it('must choose', () => expect(codes({ ...POSITIVE, advice: 'maybe' })).toEqual(['advice advice.choose']));
  it('must give reasons, in all three', () => {
    for (const advice of ['positive', 'negative']) expect(codes({ ...POSITIVE, advice, reasons: ' ' })).toEqual(['reasons reasons.empty']);
    expect(codes({ ...CONDITIONAL, reasons: '' })).toEqual(['reasons reasons.empty']);
  });
  it('is not conditional without a condition, and has none otherwise', () => {
    expect(codes({ ...POSITIVE, advice: 'conditional' })).toEqual(['advice conditions.missing']);
    expect(codes({ ...CONDITIONAL, advice: 'negative' })).toEqual(['advice conditions.superfluous']);
  });
  it('refuses a limit that cannot be held, and a value without a limit', () => {
    expect(codes({ ...CONDITIONAL, 'condition-0-value': 'dertig' })).toEqual(['condition-0-value limit.unusable']);
    expect(codes({ ...CONDITIONAL, 'condition-1-value': '10' })).toEqual(['condition-1-value limit.unusable']);
    expect(codes({ ...CONDITIONAL, 'condition-0-text': '' })).toEqual(['condition-0-text condition.empty']);
  });
  it('refuses a kind of limit that does not exist or was sent twice, at the choice itself', () => {
    expect(codes({ ...CONDITIONAL, 'condition-0-limit': 'constructor' })).toEqual(['condition-0-limit limit.unusable']);
    expect(codes({ ...CONDITIONAL, 'condition-0-limit': ['smallest_group', 'ends_on'] })).toContain('condition-0-limit limit.unusable');
  });

  it('keeps within its limits', () => {
    expect(codes({ ...POSITIVE, reasons: 'a'.repeat(MAX_REASONS) })).toEqual([]);
    expect(codes({ ...POSITIVE, reasons: 'a'.repeat(MAX_REASONS + 1) })).toEqual(['reasons field.too-long']);
    expect(codes({ ...CONDITIONAL, 'condition-1-text': 'a'.repeat(MAX_CONDITION + 1) })).toEqual(['condition-1-text field.too-long']);
  });
  it('knows no other fields and no more rows', () => {
    expect(codes({ ...POSITIVE, approved: 'yes' })).toEqual(['approved field.unknown']);
    expect(codes({ ...POSITIVE, rows: '13' })).toEqual(['rows field.rows']);
    expect(codes({ ...POSITIVE, reasons: 'a\u0000' })).toEqual(['reasons field.characters']);
  });
});
