import { closable, endOf, startOf } from './periods.js';

describe('the periods of a dashboard', () => {
  it('are weeks from Monday and whole months', () => {
    expect([startOf('week', '2026-03-08'), endOf('week', '2026-03-02')]).toEqual(['2026-03-02', '2026-03-09']);
    expect([startOf('month', '2026-02-28'), endOf('month', '2026-02-01'), endOf('month', '2025-12-01')]).toEqual([
      '2026-02-01',
      '2026-03-01',
      '2026-01-01',
    ]);
  });
  it('are closed a day after they end, and only when the tool was on for all of them', () => {
    expect(closable('week', '2026-03-04', '2026-03-16')).toEqual([]);
    expect(closable('week', '2026-03-04', '2026-03-17')).toEqual(['2026-03-09']);
    expect(closable('week', '2026-03-02', '2026-03-17')).toEqual(['2026-03-02', '2026-03-09']);
    expect(closable('month', '2026-01-01', '2026-02-01')).toEqual([]);
    expect(closable('month', '2026-01-01', '2026-02-02')).toEqual(['2026-01-01']);
  });
  it('are not made up for after a long silence', () => expect(closable('week', '2024-01-01', '2026-03-17')).toHaveLength(8));
});
