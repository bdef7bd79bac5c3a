import { faultOfLease, LEASE_AUDIENCE, type LeaseClaims, type LeaseExpectation, readJws } from '../../platform/signing/index.js';

export type Verified =
  | { readonly ok: true; readonly claims: LeaseClaims }
  /** `recent`: it was a lease of this agent and ended less than a minute ago, so that what came with it was under way. */
  | {
      readonly ok: false;
      readonly fault: string;
      readonly recent: boolean;
      /** The name of a lease of ours that belongs to another agent or key; null: it is something else that is wrong. */
      readonly sharedJti: string | null;
      /** The name of the lease that it says to be, signed with a key that is not ours, or not any more: only our own records know whether it was given. */
      readonly saidJti: string | null;
    };

const UNDER_WAY_SECONDS = 60;

const claimsIn = (token: string): LeaseClaims =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as LeaseClaims;

/** The lease in an `Authorization: DPoP <lease>` header; null: there is none. */
export const leaseIn = (authorization: unknown): string | null =>
  typeof authorization === 'string' ? (/^DPoP ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1] ?? null) : null;

const jtiIn = (token: string): string | null => {
  const jti = readJws(token)?.claims['jti'];
  return typeof jti === 'string' ? jti : null;
};

const endOf = (token: string): number | null => {
  const exp = readJws(token)?.claims['exp'];
  return typeof exp === 'number' && Number.isSafeInteger(exp) ? exp : null;
};

/** A lease that ended a moment ago is checked as it was in its last second: all the rest of it must hold. */
const endedJustNow = (token: string, expected: LeaseExpectation): boolean => {
  const exp = endOf(token);
  const now = expected.now.getTime() / 1000;
  if (exp === null || now < exp || now - exp > UNDER_WAY_SECONDS) return false;
  return faultOfLease(token, { ...expected, now: new Date((exp - 1) * 1000) }) === null;
};

/** Whether a lease is ours, also one of before leases named how long they last, for this agent, and holds now; the first thing that is wrong with it otherwise. */
export const verifyLease = (token: string, of: Pick<LeaseExpectation, 'keys' | 'issuer' | 'agentId' | 'thumbprint' | 'now'>): Verified => {
  const expected = { ...of, audience: LEASE_AUDIENCE, longestSeconds: 'named-or-day' } as const;
  const fault = faultOfLease(token, expected);
  return fault === null
    ? { ok: true, claims: claimsIn(token) }
    : {
        ok: false,
        fault,
        recent: fault === 'exp' && endedJustNow(token, expected),
        // Our own signature holds on what belongs to another: `sub` and `cnf` are only looked at after it.
        sharedJti: fault === 'sub' || fault === 'cnf' ? jtiIn(token) : null,
        saidJti: fault === 'kid' ? jtiIn(token) : null,
      };
};
