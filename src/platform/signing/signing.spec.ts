import { createHmac, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { SettingsMistake } from '../config/index.js';
import {
  AlikeLeases,
  faultOfLease,
  jwkOf,
  openSigningKey,
  published,
  readPublicJwk,
  signLease,
  thumbprint,
  verifyProof,
  writeProof,
  type LeaseClaims,
} from './index.js';
import { readJws, writeJws } from './jws.js';

const PAPER_KEY = { kty: 'OKP', crv: 'Ed25519', x: 'XjTPIxDCaT3SLZoxlfW-pv837gD67cBNupdUEsRB_0Y' } as const;
const PAPER_KID = 'fpdch63yveIn-kHRa0Gnt83pcnCw2X-2Hw8iVQdEExQ';
const PAPER_TOKEN =
  'eyJhbGciOiJFZERTQSIsInR5cCI6ImxlYXNlK2p3dCIsImtpZCI6ImZwZGNoNjN5dmVJbi1rSFJhMEdudDgzcGNuQ3cyWC0ySHc4aVZRZEVFeFEifQ.eyJpc3MiOiJodHRwczovL2dvdi5leGFtcGxlLmNvbSIsImF1ZCI6InVybjpnb3Y6YWdlbnQiLCJzdWIiOiJhZ2VudDo5ZjJjIiwianRpIjoiV1dUYUJWcmpIUGpyY2pEaGtLVUVpWiIsImlhdCI6MTc3Mjg3ODIwMCwibmJmIjoxNzcyODc4MjAwLCJleHAiOjE3NzI4Nzg1MDAsImNuZiI6eyJqa3QiOiJnSUJHY2R0N0Z2ckwwYVBFTVZWb09fb0xhNmJBbF9hOFI3dHQyY0JCN3BzIn0sImFjdCI6ImFjdF81MUtkIiwiY2FzZSI6ImNfN0hxMiIsInNjb3BlIjoiYWN0aXZlX3dpbmRvd190aXRsZSIsInBvbCI6InNoYS0yNTY6dFhWdm52dE95MThKZ0RZUTh0SGk0eEExbE5wNkVkMFZsbkJKazR3cHdpYyIsImdlbiI6NywibG9nIjp7Im9yaWdpbiI6Imdvdi5leGFtcGxlLmNvbS90bG9nL21haW4iLCJzaXplIjo2LCJyb290IjoiUzQxT3JoeENEWURTbkN4T05mSGsxTHFpWVRPeGpocFVsQm9iYnR1S0M1az0iLCJpbmRleCI6NX19.gl5CtmMa64gtIIeZOuQ0nD6v-lkNBBUBawjJEsaGeKHS63KH6p8X65TEfbJoX2wajgbq1hnvPG9D8wcLumCQAw';

const at = (seconds: number): Date => new Date(seconds * 1000);
const PAPER = {
  keys: [published(PAPER_KEY)],
  issuer: 'https://gov.example.com',
  audience: 'urn:gov:agent',
  agentId: '9f2c',
  thumbprint: 'gIBGcdt7FvrL0aPEMVVoO_oLa6bAl_a8R7tt2cBB7ps',
  longestSeconds: 300,
  now: at(1772878200),
};

describe('the worked values of the wire format', () => {
  it('names a key by its RFC 7638 thumbprint', () => expect(thumbprint(PAPER_KEY)).toBe(PAPER_KID));
  it('gives the thumbprint that RFC 8037 prints', () =>
    expect(thumbprint({ kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' })).toBe(
      'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
    ));
  it('publishes the key as printed', () =>
    expect(published(PAPER_KEY)).toEqual({ ...PAPER_KEY, kid: PAPER_KID, use: 'sig', alg: 'EdDSA' }));
  it('takes the printed token', () => expect(faultOfLease(PAPER_TOKEN, PAPER)).toBeNull());
  it('until its last second, and not at its end', () => {
    expect(faultOfLease(PAPER_TOKEN, { ...PAPER, now: at(1772878499) })).toBeNull();
    expect(faultOfLease(PAPER_TOKEN, { ...PAPER, now: at(1772878500) })).toBe('exp');
  });
  it('refuses the printed token with any character of it changed', () => {
    for (const place of [5, 60, 200, PAPER_TOKEN.length - 2]) {
      const other = PAPER_TOKEN[place] === 'A' ? 'B' : 'A';
      expect(faultOfLease(PAPER_TOKEN.slice(0, place) + other + PAPER_TOKEN.slice(place + 1), PAPER)).not.toBeNull();
    }
  });
});

const fresh = (): KeyObject => generateKeyPairSync('ed25519').privateKey;
const NOW = at(1_800_000_000);

describe('a lease', () => {
  const server = fresh();
  const agent = fresh();
  const jwk = published(jwkOf(server));
  const claims: LeaseClaims = {
    iss: 'https://countersign.example',
    aud: 'urn:countersign:agent',
    sub: 'agent:a_1',
    jti: 'j1',
    iat: 1_800_000_000,
    nbf: 1_800_000_000,
    exp: 1_800_000_900,
    cnf: { jkt: thumbprint(jwkOf(agent)) },
    act: 'c_1',
    case: null,
    scope: 'login_time device',
    pol: 'sha-256:x',
    gen: 1,
    psn: 'x',
    lim: {},
  };
  const expected = {
    keys: [jwk],
    issuer: claims.iss,
    audience: claims.aud,
    agentId: 'a_1',
    thumbprint: claims.cnf.jkt,
    longestSeconds: 900,
    now: NOW,
  };
  const faultOf = (changes: Partial<Record<keyof LeaseClaims, unknown>>, header: object = {}, key = server): string | null =>
    faultOfLease(writeJws({ typ: 'lease+jwt', kid: jwk.kid, ...header }, { ...claims, ...changes }, key), expected);

  it('is taken as it was signed', () => expect(faultOfLease(signLease(claims, server), expected)).toBeNull());
  it.each(['', 'a', 'ab', 'é', '“ë”', '😀x'])('says the same signed with many that are alike (%s)', async (word) => {
    const { iss, aud, act, case: of, pol, scope, lim, ...own } = { ...claims, lim: { word } };
    const leases = new AlikeLeases({ iss, aud, act, case: of, pol, scope, lim });
    const [one, other] = await Promise.all(
      ['j1', 'j2'].map((jti) => leases.sign({ ...own, jti, psn: `x${word}` }, { key: server, kid: jwk.kid })),
    );
    expect([one, other].map((token) => faultOfLease(token ?? '', expected))).toEqual([null, null]);
    expect(readJws(one ?? '')?.claims).toEqual({ ...claims, lim: { word }, psn: `x${word}` });
    expect(readJws(other ?? '')?.claims['jti']).toBe('j2');
  });
  it.each([
    ['iss', { iss: 'https://elsewhere.example' }],
    ['aud', { aud: 'urn:other' }],
    ['sub', { sub: 'agent:a_2' }],
    ['cnf', { cnf: { jkt: thumbprint(jwkOf(fresh())) } }],
    ['cnf', { cnf: undefined }],
    ['exp', { exp: 1_800_000_000 }],
    ['exp', { exp: 1_800_000_901 }],
    ['exp', { exp: '1800000900' }],
    ['exp', { exp: undefined }],
    ['exp', { nbf: 1_800_000_061 }],
    ['exp', { iat: 1_800_000_061 }],
  ])('with another %s is refused', (fault, changes) => expect(faultOf(changes)).toBe(fault));
  it('made within the skew ahead of us is taken', () => expect(faultOf({ iat: 1_800_000_060, nbf: 1_800_000_060 })).toBeNull());
  it('of another type is refused', () => expect(faultOf({}, { typ: 'JWT' })).toBe('typ'));
  it('of a key that is not published is refused', () => expect(faultOf({}, { kid: thumbprint(jwkOf(fresh())) })).toBe('kid'));
  it('signed by another key under our name is refused', () => expect(faultOf({}, {}, fresh())).toBe('signature'));
  it('that asks something critical is refused', () => expect(faultOf({}, { crit: ['b64'], b64: false })).toBe('crit'));
  it('brings no key of its own', () => {
    const own = fresh();
    expect(faultOf({}, { jwk: jwkOf(own) }, own)).toBe('signature');
  });

  const unsigned = (alg: string, signature: string): string => {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    return `${part({ typ: 'lease+jwt', kid: jwk.kid, alg })}.${part(claims)}.${signature}`;
  };
  it('without a signature is refused, whatever it is called', () => {
    for (const alg of ['none', 'None', '']) expect(faultOfLease(unsigned(alg, ''), expected)).toBe('alg');
    expect(faultOfLease(unsigned('EdDSA', ''), expected)).toBe('signature');
  });
  it('sealed with the public key as a secret is refused', () => {
    const pem = createPublicKey(server).export({ type: 'spki', format: 'pem' });
    for (const secret of [pem, Buffer.from(jwk.x, 'base64url'), jwk.x]) {
      const body = unsigned('HS256', '').slice(0, -1);
      expect(faultOfLease(`${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`, expected)).toBe('alg');
    }
  });
  it.each(['', '.', '..', 'a.b.c', 'x'.repeat(20_000), `${'A'.repeat(10)}.${'A'.repeat(10)}`])('is never made of noise', (token) =>
    expect(faultOfLease(token, expected)).toBe('form'),
  );
  it('written with spare characters is refused', () => expect(faultOfLease(`${signLease(claims, server)}=`, expected)).toBe('form'));
});

describe('a proof of possession', () => {
  const key = fresh();
  const url = 'https://countersign.example/api/v1/agents/a_1/leases';
  const expected = { thumbprint: thumbprint(jwkOf(key)), method: 'POST', url, now: NOW };
  const asked = { method: 'POST', url, jti: 'once', now: NOW };
  const verified = (proof: unknown): boolean => verifyProof(proof, expected).ok;
  const withClaims = (changes: object, header: object = {}): string =>
    writeJws({ typ: 'dpop+jwt', jwk: jwkOf(key), ...header }, { htm: 'POST', htu: url, jti: 'once', iat: 1_800_000_000, ...changes }, key);

  it('of the enrolled key is taken, and says its name', () =>
    expect(verifyProof(writeProof(asked, key), expected)).toEqual({ ok: true, jti: 'once' }));
  it('of another agent is refused', () => expect(verified(writeProof(asked, fresh()))).toBe(false));
  it('of another agent that shows our public key is refused', () => {
    const other = fresh();
    expect(verified(writeJws({ typ: 'dpop+jwt', jwk: jwkOf(key) }, { htm: 'POST', htu: url, jti: 'x', iat: 1_800_000_000 }, other))).toBe(
      false,
    );
  });
  it('for another method or address is refused', () => {
    expect(verified(withClaims({ htm: 'GET' }))).toBe(false);
    expect(verified(withClaims({ htm: 'post' }))).toBe(false);
    expect(verified(withClaims({ htu: url.replace('a_1', 'a_2') }))).toBe(false);
    expect(verified(withClaims({ htu: url.replace('https', 'http') }))).toBe(false);
    expect(verified(withClaims({ htu: `${url}/` }))).toBe(false);
    expect(verified(withClaims({ htu: url.replace('countersign.example', 'countersign.example@evil.example') }))).toBe(false);
    expect(verified(withClaims({ htu: 'no address' }))).toBe(false);
  });
  it('does not count a query', () => expect(verified(withClaims({ htu: `${url}?a=1#b` }))).toBe(true));
  it.each([
    [-60, true],
    [-61, false],
    [60, true],
    [61, false],
  ])('made %i seconds from now: %s', (seconds, taken) => expect(verified(withClaims({ iat: 1_800_000_000 + seconds }))).toBe(taken));
  it('is refused one millisecond past the minute', () =>
    expect(verifyProof(writeProof(asked, key), { ...expected, now: new Date(NOW.getTime() + 60_001) }).ok).toBe(false));
  it.each([
    { iat: undefined },
    { iat: '1800000000' },
    { iat: null },
    { jti: undefined },
    { jti: '' },
    { jti: 'x'.repeat(129) },
    { jti: 7 },
    { jti: 'on\u0000ce' },
    { jti: 'on\nce' },
    { jti: 'on\ud800ce' },
  ])('without a usable time or name is refused', (changes) => expect(verified(withClaims(changes))).toBe(false));
  it.each([{ typ: 'JWT' }, { typ: undefined }, { jwk: undefined }, { jwk: 'x' }, { crit: ['exp'] }, { jwk: { kty: 'oct', k: 'x' } }])(
    'of another form is refused',
    (header) => expect(verified(withClaims({}, header))).toBe(false),
  );
  it('that shows the private key is refused', () => expect(verified(withClaims({}, { jwk: key.export({ format: 'jwk' }) }))).toBe(false));
  it('that is nothing, or twice, is refused', () => {
    const one = writeProof(asked, key);
    for (const proof of [undefined, '', [one, one], `${one}, ${one}`]) expect(verified(proof)).toBe(false);
  });
});

describe('a public key that comes in', () => {
  const good = jwkOf(fresh());
  it('is read without what else came along', () => expect(readPublicJwk({ ...good, note: 'x' })).toEqual(good));
  it.each([
    null,
    'x',
    [],
    {},
    { ...good, kty: 'RSA' },
    { ...good, crv: 'X25519' },
    { ...good, x: 7 },
    { ...good, x: 'AAAA' },
    { ...good, x: `${good.x}=` },
  ])('of another form is none', (value) => expect(readPublicJwk(value)).toBeNull());
});

describe('the key file', () => {
  let folder: string;
  let path: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'countersign-key-'));
    path = join(folder, 'keys', 'lease-signing.pem');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('is made once, for its owner alone', async () => {
    const first = await openSigningKey(path);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(dirname(path))).mode & 0o777).toBe(0o700);
    expect((await openSigningKey(path)).jwk).toEqual(first.jwk);
    expect(first.jwk.kid).toBe(thumbprint(first.jwk));
  });
  it('is one key, however many start at once', async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => openSigningKey(path)));
    expect(new Set(keys.map(({ jwk }) => jwk.kid)).size).toBe(1);
  });
  it('that others can read stops the start', async () => {
    await openSigningKey(path);
    await chmod(path, 0o640);
    await expect(openSigningKey(path)).rejects.toThrow(SettingsMistake);
    await expect(openSigningKey(path)).rejects.toThrow('mode 640');
  });
  it('in a folder that others can write in stops the start', async () => {
    await openSigningKey(path);
    await chmod(dirname(path), 0o770);
    await expect(openSigningKey(path)).rejects.toThrow('a folder that only its owner can write in');
  });
  it('with something else in it stops the start, and does not repeat what', async () => {
    await openSigningKey(path);
    await writeFile(path, 'my secret');
    const refusal = await openSigningKey(path).catch((error: unknown) => String(error));
    expect(refusal).toContain('a private key in PEM form');
    expect(refusal).not.toContain('my secret');
  });
  it('of another kind stops the start', async () => {
    await openSigningKey(path);
    await writeFile(path, generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }));
    await expect(openSigningKey(path)).rejects.toThrow('an Ed25519 key');
  });
});
