import { ATTACKS as ALL, bitFlips, EXPECTED, LEASE } from '../../../test/support/lease-attacks.js';
import { verifyLease } from './verify-lease.js';

const UNNAMED = 'a lease whose activation names no end';
const ATTACKS = ALL.filter(({ name }) => name !== UNNAMED);

describe('the door for measurements', () => {
  it('takes a lease that holds (the control)', () => expect(verifyLease(LEASE, EXPECTED)).toMatchObject({ ok: true }));
  it('takes a lease of ours of before they named an end, which no agent takes', () =>
    expect(verifyLease(ALL.find(({ name }) => name === UNNAMED)?.token ?? '', EXPECTED)).toMatchObject({ ok: true }));
  it.each(ATTACKS.map(({ name, token, fault }) => [name, fault, token] as const))('refuses %s: %s', (_name, fault, token) =>
    expect(verifyLease(token, EXPECTED)).toMatchObject({ ok: false, fault }),
  );
  it('takes none of which one bit is another, 10,000 times', () =>
    expect([...bitFlips(10_000)].filter((token) => verifyLease(token, EXPECTED).ok)).toEqual([]));
});
