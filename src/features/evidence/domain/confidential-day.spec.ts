import { BLOCK, daysToClose, isConfidential, paddedDay } from './confidential-day.js';

const act = (n: number): string => `hmac-sha256:${String(n).padStart(43, 'x')}`;
const acts = (count: number): string[] => Array.from({ length: count }, (_, n) => act(n));

describe('the entry of a day', () => {
  it('is as long on a day without any act as on a day with 500', () => {
    expect(paddedDay('2026-03-05', [])).toHaveLength(BLOCK);
    expect(paddedDay('2026-03-05', acts(500))).toHaveLength(BLOCK);
  });

  it('grows by whole blocks', () => {
    expect(paddedDay('2026-03-05', acts(1200))).toHaveLength(3 * BLOCK);
  });

  it('does not tell the order of the acts', () => {
    expect(paddedDay('2026-03-05', [act(2), act(1)])).toBe(paddedDay('2026-03-05', [act(1), act(2)]));
  });
});

describe('the days to close', () => {
  it('end before today', () => {
    expect(daysToClose('2026-02-27', '2026-03-02')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
    expect(daysToClose('2026-03-02', '2026-03-02')).toEqual([]);
  });
});

describe('a confidential type', () => {
  it.each(['objection.lodged', 'complaint.lodged', 'pause.started', 'right.requested', 'person-out.ordered'])('%s is one', (type) => {
    expect(isConfidential(type)).toBe(true);
  });

  it.each(['tool.activated', 'consent.granted', 'objections.opened'])('%s is none', (type) => {
    expect(isConfidential(type)).toBe(false);
  });
});
