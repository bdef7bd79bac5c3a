import { highestRest, isLower, residualRisk } from './residual-risk.js';

describe('the residual risk', () => {
  it('is the highest rest of the rows', () => {
    expect(highestRest([{ rest: 'low' }, { rest: 'high' }, { rest: 'medium' }])).toBe('high');
    expect(highestRest([{ rest: 'low' }])).toBe('low');
  });
  it('is unknown without rows', () => {
    expect(highestRest([])).toBeNull();
    expect(residualRisk(null, { residualRisk: 'low', reason: 'x', seen: true })).toBeNull();
  });
  it('is not lowered by a reason that the DPO has not seen', () =>
    expect(residualRisk('high', { residualRisk: 'medium', reason: 'x', seen: false })).toBe('high'));
  it('is lowered by a reason that the DPO has seen', () =>
    expect(residualRisk('high', { residualRisk: 'medium', reason: 'x', seen: true })).toBe('medium'));
  it('is never raised or kept high by a lowering', () => {
    expect(residualRisk('low', { residualRisk: 'medium', reason: 'x', seen: true })).toBe('low');
    expect(residualRisk('high', null)).toBe('high');
    expect(isLower('medium', 'medium')).toBe(false);
    expect(isLower('medium', 'low')).toBe(true);
  });
});
