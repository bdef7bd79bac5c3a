import { ATTACKS, bitFlips, CLAIMS, EXPECTED, LEASE } from '../../test/support/lease-attacks.js';
import { faultOfLease, LEASE_AUDIENCE } from '../platform/signing/wire.js';

const expected = { ...EXPECTED, audience: LEASE_AUDIENCE, longestSeconds: 'named' } as const;

describe('an agent', () => {
  it('takes the lease that it was given (the control)', () => expect(faultOfLease(LEASE, expected)).toBeNull());
  it.each(ATTACKS.map(({ name, token, fault }) => [name, fault, token] as const))('refuses %s: %s', (_name, fault, token) =>
    expect(faultOfLease(token, expected)).toBe(fault),
  );
  it('takes no lease of which one bit is another, 10,000 times', () => {
    const taken: string[] = [];
    const faults = new Set<string>();
    for (const token of bitFlips(10_000)) {
      const fault = faultOfLease(token, expected);
      if (fault === null) taken.push(token);
      else faults.add(fault);
    }
    expect(taken).toEqual([]);
    expect([...faults].sort()).toEqual(expect.arrayContaining(['form', 'signature']));
  });
  it('refuses a lease for less than it collects', () => {
    expect(faultOfLease(LEASE, { ...expected, collects: ['login_time'] })).toBeNull();
    expect(faultOfLease(LEASE, { ...expected, collects: ['login_time', 'screen_content'] })).toBe('scope');
    expect(CLAIMS.scope).not.toContain('screen_content');
  });
});
