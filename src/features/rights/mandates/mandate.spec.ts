import { expiryOf, holds, mandateState } from './mandate.js';

const given = new Date('2026-03-05T09:00:00Z');
const mandate = { expiresAt: expiryOf(given, 30), endedAt: null };

describe('acting for somebody', () => {
  it('ends at the very instant, not after it', () => {
    expect(holds(mandate, new Date('2026-04-04T08:59:59.999Z'))).toBe(true);
    expect(holds(mandate, new Date('2026-04-04T09:00:00Z'))).toBe(false);
    expect(mandateState(mandate, new Date('2026-04-04T09:00:00Z'))).toBe('expired');
  });
  it('ends at once when it is taken back', () => expect(mandateState({ ...mandate, endedAt: given }, given)).toBe('ended'));
});
