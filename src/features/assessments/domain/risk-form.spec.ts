import { EMPTY_RISK, MAX_RISK_TEXT, readRisks, riskFieldName, type RiskField, type TypedRisk } from './risk-form.js';

const WHOLE: TypedRisk = { who: 'Staff', what: 'Leak', chance: 'low', harm: 'medium', measure: 'Encrypt', measureOwner: 'IT', rest: 'low' };
const bodyOf = (rows: readonly TypedRisk[]): Record<string, unknown> => ({
  rows: String(rows.length),
  ...Object.fromEntries(
    rows.flatMap((row, at) => Object.entries(row).map(([field, value]) => [riskFieldName(at, field as RiskField), value])),
  ),
});

describe('the rows of risks', () => {
  it('are read whole', () => expect(readRisks(bodyOf([WHOLE]))).toMatchObject({ ok: true, risks: [WHOLE] }));
  it('leave out a row that is empty', () => expect(readRisks(bodyOf([EMPTY_RISK, WHOLE]))).toMatchObject({ ok: true, risks: [WHOLE] }));
  it.each(Object.keys(WHOLE) as RiskField[])('name %s when it is missing', (field) =>
    expect(readRisks(bodyOf([{ ...WHOLE, [field]: '' }]))).toMatchObject({ ok: false, faults: [{ field: riskFieldName(0, field) }] }),
  );
  it('refuse a grade that does not exist', () =>
    expect(readRisks(bodyOf([{ ...WHOLE, rest: 'none' }]))).toMatchObject({ ok: false, faults: [{ code: 'field.choice' }] }));
  it('take a text up to its very end', () => {
    expect(readRisks(bodyOf([{ ...WHOLE, what: 'a'.repeat(MAX_RISK_TEXT) }])).ok).toBe(true);
    expect(readRisks(bodyOf([{ ...WHOLE, what: 'a'.repeat(MAX_RISK_TEXT + 1) }]))).toMatchObject({ faults: [{ code: 'field.too-long' }] });
  });
  it.each([{ rows: '21' }, { rows: '-1' }, { rows: ['1'] }, {}, { rows: '0', admin: 'yes' }])('refuse %j', (body) =>
    expect(readRisks(body).ok).toBe(false),
  );
  it('refuse control characters', () => expect(readRisks(bodyOf([{ ...WHOLE, who: 'a\u0000b' }])).ok).toBe(false));
  it('take no list for a text', () => expect(readRisks({ ...bodyOf([WHOLE]), 'risk-0-who': ['a', 'b'] }).ok).toBe(false));
});
