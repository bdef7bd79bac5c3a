import { createHmac, createPublicKey, createSign, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import {
  jwkOf,
  LEASE_AUDIENCE,
  type LeaseClaims,
  type LeaseExpectation,
  published,
  signLease,
  thumbprint,
} from '../../src/platform/signing/index.js';

const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const edKey = (): KeyObject => generateKeyPairSync('ed25519').privateKey;

/** A server, an agent and a lease between them that holds; and everything that somebody may try with it. */
export interface LeaseAttack {
  readonly name: string;
  readonly token: string;
  /** Why it is refused. */
  readonly fault: string;
}

const server = edKey();
const agent = edKey();
const attacker = edKey();
const jwk = published(jwkOf(server));
const iat = 1_800_000_000;

export const CLAIMS: LeaseClaims = {
  iss: 'https://countersign.example',
  aud: LEASE_AUDIENCE,
  sub: 'agent:a_1',
  jti: 'j_1',
  iat,
  nbf: iat,
  exp: iat + 900,
  cnf: { jkt: thumbprint(jwkOf(agent)) },
  act: 'act_1',
  case: 'c_1',
  scope: 'login_time',
  pol: 'sha-256:x',
  gen: 3,
  psn: 'x',
  lim: { lifetimeSeconds: 900 },
};
export const EXPECTED: Omit<LeaseExpectation, 'audience' | 'longestSeconds'> = {
  keys: [jwk],
  issuer: CLAIMS.iss,
  agentId: 'a_1',
  thumbprint: CLAIMS.cnf.jkt,
  now: new Date((iat + 10) * 1000),
};
export const LEASE = signLease(CLAIMS, server);

const HEADER = { alg: 'EdDSA', typ: 'lease+jwt', kid: jwk.kid };
const [HEAD = '', BODY = '', TAIL = ''] = LEASE.split('.');
const edSigned = (header: unknown, claims: unknown, key: KeyObject): string => {
  const signed = `${part(header)}.${part(claims)}`;
  return `${signed}.${sign(null, Buffer.from(signed), key).toString('base64url')}`;
};
const byServer = (claims: Partial<Record<keyof LeaseClaims, unknown>>, header: object = {}): string =>
  edSigned({ ...HEADER, ...header }, { ...CLAIMS, ...claims }, server);
const byAttacker = (header: object, claims: object = {}): string => edSigned({ ...HEADER, ...header }, { ...CLAIMS, ...claims }, attacker);
const hmac = (header: object, secret: string | Buffer): string => {
  const signed = `${part({ ...HEADER, ...header })}.${BODY}`;
  return `${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
};
const attackerJwk = published(jwkOf(attacker));
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const ecSigned = (): string => {
  const signed = `${part({ ...HEADER, alg: 'ES256' })}.${BODY}`;
  return `${signed}.${createSign('sha256').update(signed).sign({ key: ec, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
};
const pem = createPublicKey(server).export({ type: 'spki', format: 'pem' }).toString();

/** Each thing that is tried, with the reason that it gets. */
export const ATTACKS: readonly LeaseAttack[] = [
  { name: 'alg none', token: `${part({ ...HEADER, alg: 'none' })}.${BODY}.`, fault: 'alg' },
  { name: 'alg none, with the true signature', token: `${part({ ...HEADER, alg: 'none' })}.${BODY}.${TAIL}`, fault: 'alg' },
  { name: 'alg None, in other letters', token: `${part({ ...HEADER, alg: 'nOnE' })}.${BODY}.`, fault: 'alg' },
  { name: 'no alg', token: edSigned({ typ: HEADER.typ, kid: HEADER.kid }, CLAIMS, server), fault: 'alg' },
  { name: 'HS256 with the public key in PEM', token: hmac({ alg: 'HS256' }, pem), fault: 'alg' },
  { name: 'HS256 with the public key’s bytes', token: hmac({ alg: 'HS256' }, Buffer.from(jwk.x, 'base64url')), fault: 'alg' },
  { name: 'HS256 with the public key as it is published', token: hmac({ alg: 'HS256' }, JSON.stringify(jwk)), fault: 'alg' },
  { name: 'HS256 under the name of EdDSA', token: hmac({}, pem), fault: 'signature' },
  { name: 'ES256 by a key of its own', token: ecSigned(), fault: 'alg' },
  { name: 'RS256 by name alone', token: `${part({ ...HEADER, alg: 'RS256' })}.${BODY}.${TAIL}`, fault: 'alg' },
  { name: 'a list of algorithms', token: byServer({}, { alg: ['EdDSA'] }), fault: 'alg' },
  { name: 'another key under our kid', token: byAttacker({}), fault: 'signature' },
  { name: 'another kid', token: byAttacker({ kid: attackerJwk.kid }), fault: 'kid' },
  { name: 'no kid', token: byServer({}, { kid: undefined }), fault: 'kid' },
  { name: 'a kid that is a path', token: byAttacker({ kid: '../../../../dev/null' }), fault: 'kid' },
  { name: 'a kid that is SQL', token: byAttacker({ kid: "x' union select 'x" }), fault: 'kid' },
  { name: 'a kid that is no text', token: byAttacker({ kid: [jwk.kid] }), fault: 'kid' },
  { name: 'a key of its own (jwk)', token: byAttacker({ jwk: attackerJwk }), fault: 'signature' },
  { name: 'a key of its own (jwk) with its own kid', token: byAttacker({ jwk: attackerJwk, kid: attackerJwk.kid }), fault: 'kid' },
  {
    name: 'an address for keys (jku)',
    token: byAttacker({ jku: 'https://attacker.example/jwks.json', kid: attackerJwk.kid }),
    fault: 'kid',
  },
  { name: 'an address for keys (jku) under our kid', token: byAttacker({ jku: 'https://attacker.example/jwks.json' }), fault: 'signature' },
  { name: 'an address for certificates (x5u)', token: byAttacker({ x5u: 'https://attacker.example/c.pem' }), fault: 'signature' },
  { name: 'certificates (x5c)', token: byAttacker({ x5c: ['AAAA'] }), fault: 'signature' },
  { name: 'something critical', token: byServer({}, { crit: ['exp'] }), fault: 'crit' },
  { name: 'a payload that is not encoded (b64)', token: byServer({}, { crit: ['b64'], b64: false }), fault: 'crit' },
  { name: 'another type', token: byServer({}, { typ: 'JWT' }), fault: 'typ' },
  { name: 'no type', token: byServer({}, { typ: undefined }), fault: 'typ' },
  { name: 'a proof of possession as a lease', token: byServer({}, { typ: 'dpop+jwt' }), fault: 'typ' },
  { name: 'another server', token: byServer({ iss: 'https://elsewhere.example' }), fault: 'iss' },
  { name: 'no server', token: byServer({ iss: undefined }), fault: 'iss' },
  { name: 'another audience', token: byServer({ aud: 'urn:countersign:other' }), fault: 'aud' },
  { name: 'audiences, ours among them', token: byServer({ aud: [LEASE_AUDIENCE, 'urn:other'] }), fault: 'aud' },
  { name: 'another agent’s lease', token: byServer({ sub: 'agent:a_2', cnf: { jkt: attackerJwk.kid } }), fault: 'sub' },
  { name: 'another agent’s lease in our name', token: byServer({ cnf: { jkt: attackerJwk.kid } }), fault: 'cnf' },
  { name: 'a lease that is tied to no key', token: byServer({ cnf: undefined }), fault: 'cnf' },
  { name: 'an agent’s name with something before it', token: byServer({ sub: 'xagent:a_1' }), fault: 'sub' },
  { name: 'an end that has come', token: byServer({ iat: iat - 900, nbf: iat - 900, exp: iat + 10 }), fault: 'exp' },
  { name: 'no end', token: byServer({ exp: undefined }), fault: 'exp' },
  { name: 'an end that is text', token: byServer({ exp: String(iat + 900) }), fault: 'exp' },
  { name: 'an end past what its activation names', token: byServer({ exp: iat + 901 }), fault: 'exp' },
  { name: 'a lease whose activation names no end', token: byServer({ lim: {} }), fault: 'exp' },
  { name: 'an end that is named in words', token: byServer({ lim: { lifetimeSeconds: '900' } }), fault: 'exp' },
  { name: 'an end past a day', token: byServer({ exp: iat + 86_401, lim: { lifetimeSeconds: 90_000 } }), fault: 'exp' },
  { name: 'a beginning that has yet to come', token: byServer({ iat: iat + 100, nbf: iat + 100 }), fault: 'exp' },
  {
    name: 'a scope beyond the approved',
    token: `${HEAD}.${part({ ...CLAIMS, scope: 'login_time screen_content' })}.${TAIL}`,
    fault: 'signature',
  },
  {
    name: 'a scope beyond the approved, signed by another',
    token: byAttacker({}, { scope: 'login_time screen_content' }),
    fault: 'signature',
  },
  { name: 'limits that are gone', token: `${HEAD}.${part({ ...CLAIMS, lim: {}, gen: 4 })}.${TAIL}`, fault: 'signature' },
  { name: 'no scope', token: byServer({ scope: undefined }), fault: 'scope' },
  { name: 'an earlier signature under another header', token: `${part({ ...HEADER, x: 1 })}.${BODY}.${TAIL}`, fault: 'signature' },
  { name: 'a part too many', token: `${LEASE}.${TAIL}`, fault: 'form' },
  { name: 'JSON instead of a token', token: JSON.stringify({ payload: BODY, protected: HEAD, signature: TAIL }), fault: 'form' },
  { name: 'spare characters', token: `${LEASE}=`, fault: 'form' },
  { name: 'a token that is too long', token: byServer({ jti: 'x'.repeat(20_000) }), fault: 'form' },
];

/** The same numbers each time (mulberry32). */
const numbers = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** The lease with one bit changed, as often as asked, each time another one. */
export function* bitFlips(times: number): Generator<string> {
  const next = numbers(20_261_122);
  const bytes = Buffer.from(LEASE);
  for (let i = 0; i < times; i += 1) {
    const at = Math.floor(next() * bytes.length);
    const flipped = Buffer.from(bytes);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << Math.floor(next() * 8));
    yield flipped.toString('latin1');
  }
}
