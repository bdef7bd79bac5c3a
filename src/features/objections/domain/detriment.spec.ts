import { isReceipt, refusalsOfReport } from './detriment.js';

const lodgedAt = new Date('2026-03-05T09:00:00Z');
const codes = (at: string, over: { happenedOn?: string; lodgedAt?: Date | null; receipt?: string } = {}) =>
  refusalsOfReport(
    { what: 'appraisal', happenedOn: over.happenedOn ?? '2026-03-20', story: 'x' },
    { lodgedAt: over.lodgedAt === undefined ? lodgedAt : over.lodgedAt, receipt: over.receipt ?? 'K7QX-4M2P', now: new Date(at) },
  ).map(({ field, code }) => `${field}: ${code}`);

describe('a report of detriment', () => {
  it('can be made for twelve months after the objection, to the last instant', () => {
    expect(codes('2027-03-05T22:59:59Z')).toEqual([]);
    expect(codes('2027-03-05T23:00:00Z')).toEqual(['receipt: detriment.too_late']);
  });
  it('is not about what is still to come', () => {
    expect(codes('2026-03-20T12:00:00Z')).toEqual([]);
    expect(codes('2026-03-19T12:00:00Z')).toEqual(['happenedOn: detriment.in_future']);
  });
  it('with the receipt of a complaint counts from what happened', () => {
    expect(codes('2027-03-20T12:00:00Z', { lodgedAt: null })).toEqual([]);
    expect(codes('2027-03-21T12:00:00Z', { lodgedAt: null })).toEqual(['happenedOn: detriment.too_late']);
  });
  it.each(['', 'x', '<script>', 'a'.repeat(41), '----'])('needs a receipt, and not “%s”', (receipt) => {
    expect(codes('2026-03-21T12:00:00Z', { receipt })).toEqual(['receipt: detriment.receipt']);
  });
  it.each(['K7QX-4M2P', 'K7QMX-2XRD4-9TPAB-4HWEC-N3VBT7', 'k7qx 4m2p'])('takes the receipt %s', (receipt) =>
    expect(isReceipt(receipt)).toBe(true),
  );
});
