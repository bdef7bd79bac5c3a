import { readRiskPage } from './risk-page-form.js';

const ROW = {
  rows: '1',
  'risk-0-who': 'Staff',
  'risk-0-what': 'Leak',
  'risk-0-chance': 'low',
  'risk-0-harm': 'high',
  'risk-0-measure': 'Encrypt',
  'risk-0-measureOwner': 'IT',
  'risk-0-rest': 'high',
};

describe('the page of risks', () => {
  it('is read with its rows, and whether it is finished', () =>
    expect(readRiskPage({ ...ROW, finished: 'yes', _csrf: 'x' })).toMatchObject({
      kind: 'read',
      input: { lowered: null, finished: true },
    }));
  it('lowers the residual risk only below the highest row, and with a reason', () => {
    expect(readRiskPage({ ...ROW, lowered: 'medium', loweredReason: 'Only two people' })).toMatchObject({
      kind: 'read',
      input: { lowered: { residualRisk: 'medium', reason: 'Only two people' } },
    });
    for (const body of [
      { ...ROW, lowered: 'medium' },
      { ...ROW, lowered: 'high', loweredReason: 'x' },
      { ...ROW, lowered: 'none', loweredReason: 'x' },
      { ...ROW, lowered: 'low', loweredReason: 'a'.repeat(4001) },
    ])
      expect(readRiskPage(body)).toMatchObject({ kind: 'faulty', faults: [{ field: 'lowered' }] });
  });
  it('is not finished without a row', () =>
    expect(readRiskPage({ rows: '0', finished: 'yes' })).toMatchObject({ kind: 'faulty', faults: [{ code: 'risks.need-row' }] }));
  it('adds and takes away a row and keeps what was typed', () => {
    const added = readRiskPage({ ...ROW, 'risk-0-rest': '', _add: 'row' });
    expect(added).toMatchObject({ kind: 'edited', typed: { rows: [{ who: 'Staff', rest: '' }, { who: '' }] } });
    expect(readRiskPage({ ...ROW, _remove: '0' })).toMatchObject({ kind: 'edited', typed: { rows: [] } });
  });
});
