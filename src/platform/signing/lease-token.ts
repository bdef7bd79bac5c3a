import type { KeyObject } from 'node:crypto';
import { isOurAlgorithm, isSignedBy, readJws, writeJws } from './jws.js';
import { jwkOf, keyOf, readPublicJwk, thumbprint, type PublicJwk } from './jwk.js';

export const LEASE_TYPE = 'lease+jwt';
export const LEASE_AUDIENCE = 'urn:countersign:agent';
export const SKEW_SECONDS = 60;

/** What a lease says. Times are seconds since 1970. */
export interface LeaseClaims {
  readonly iss: string;
  readonly aud: string;
  /** `agent:<id>` */
  readonly sub: string;
  readonly jti: string;
  readonly iat: number;
  readonly nbf: number;
  readonly exp: number;
  /** The thumbprint of the key that may use it. */
  readonly cnf: { readonly jkt: string };
  /** The activation. */
  readonly act: string;
  /** The council's case; null where there is no council. */
  readonly case: string | null;
  /** What may be collected: codes of data categories, with spaces between them. */
  readonly scope: string;
  /** The fingerprint of the approved version. */
  readonly pol: string;
  /** The generation of the activation: any stop or change raises it. */
  readonly gen: number;
  /** The person under a name that means nothing outside this tool. */
  readonly psn: string;
  /** What may be measured, within every condition: how long a lease lasts at most, metrics, schedule, places, sampling, retention, granularity, forbidden modes and data. */
  readonly lim: object;
}

export const signLease = (claims: LeaseClaims, key: KeyObject): string =>
  writeJws({ typ: LEASE_TYPE, kid: thumbprint(jwkOf(key)) }, claims, key);

export interface LeaseExpectation {
  readonly keys: readonly (PublicJwk & { readonly kid: string })[];
  readonly issuer: string;
  readonly audience: string;
  readonly agentId: string;
  readonly thumbprint: string;
  /** How long it may last; `named`: as long as its activation names in it, and a day at most; `named-or-day`: a day also where nothing is named, as in leases of old. */
  readonly longestSeconds: number | 'named' | 'named-or-day';
  /** What the agent collects: codes of data categories. A lease that lacks one of them does not hold for it. */
  readonly collects?: readonly string[];
  readonly now: Date;
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value);
/** No dossier names a longer lease (interfaces.md 4.2). */
const LONGEST_SECONDS = 86_400;
const longestOf = ({ lim }: Readonly<Record<string, unknown>>, longest: LeaseExpectation['longestSeconds']): number => {
  if (typeof longest === 'number') return longest;
  const named: unknown = typeof lim === 'object' && lim !== null ? Reflect.get(lim, 'lifetimeSeconds') : undefined;
  return isNumber(named) ? Math.min(named, LONGEST_SECONDS) : named === undefined && longest === 'named-or-day' ? LONGEST_SECONDS : 0;
};
const confirmationOf = (claims: Readonly<Record<string, unknown>>): unknown =>
  typeof claims['cnf'] === 'object' && claims['cnf'] !== null ? Reflect.get(claims['cnf'], 'jkt') : undefined;

/** The first thing that is wrong with a lease, in the order in which an agent checks; null when all of it holds. */
export const faultOfLease = (token: string, expected: LeaseExpectation): string | null => {
  const jws = readJws(token);
  if (!jws) return 'form';
  if (!isOurAlgorithm(jws)) return 'alg';
  if (jws.header['typ'] !== LEASE_TYPE) return 'typ';
  if (jws.header['crit'] !== undefined) return 'crit';
  const found = expected.keys.find(({ kid }) => kid === jws.header['kid']);
  const jwk = found ? readPublicJwk(found) : null;
  if (!jwk) return 'kid';
  if (!isSignedBy(jws, keyOf(jwk))) return 'signature';
  return faultOfClaims(jws.claims, expected);
};

const faultOfClaims = (claims: Readonly<Record<string, unknown>>, expected: LeaseExpectation): string | null => {
  if (claims['iss'] !== expected.issuer) return 'iss';
  if (claims['aud'] !== expected.audience) return 'aud';
  if (claims['sub'] !== `agent:${expected.agentId}`) return 'sub';
  if (confirmationOf(claims) !== expected.thumbprint) return 'cnf';
  const { iat, nbf, exp } = claims;
  if (!isNumber(iat) || !isNumber(nbf) || !isNumber(exp) || exp <= iat || exp - iat > longestOf(claims, expected.longestSeconds))
    return 'exp';
  const now = expected.now.getTime() / 1000;
  if (now >= exp || now < nbf - SKEW_SECONDS || now < iat - SKEW_SECONDS) return 'exp';
  const { scope } = claims;
  return typeof scope === 'string' && (expected.collects ?? []).every((code) => scope.split(' ').includes(code)) ? null : 'scope';
};
