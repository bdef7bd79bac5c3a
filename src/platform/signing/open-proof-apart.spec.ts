import { generateKeyPairSync } from 'node:crypto';
import { verifyProof, writeProof } from './dpop.js';
import { jwkOf, thumbprint } from './jwk.js';
import { writeJws } from './jws.js';
import { openProofApart } from './open-proof-apart.js';

const NOW = new Date('2027-01-15T08:00:00Z');
const [key, other] = [generateKeyPairSync('ed25519').privateKey, generateKeyPairSync('ed25519').privateKey];
const url = 'https://countersign.example/api/v1/agents/a_1/leases';
const request = { method: 'POST', url, now: NOW };
const name = thumbprint(jwkOf(key));
const proof = writeProof({ ...request, jti: 'once' }, key);
const written = (changes: object, header: object = {}, by = key): string =>
  writeJws(
    { typ: 'dpop+jwt', jwk: jwkOf(key), ...header },
    { htm: 'POST', htu: url, jti: 'once', iat: Math.floor(NOW.getTime() / 1000), ...changes },
    by,
  );

describe('a proof that is opened on another thread', () => {
  it('says whose key made it, and its name', async () => {
    const expected = { thumbprint: name, jti: 'once' };
    expect(await Promise.all([openProofApart(proof, request), openProofApart(written({}), request)])).toEqual([expected, expected]);
    expect(await openProofApart(writeProof({ ...request, jti: 'x' }, other), request)).toEqual({
      thumbprint: thumbprint(jwkOf(other)),
      jti: 'x',
    });
  });

  it('is nothing where it is nothing on this one', async () => {
    const bad = [
      undefined,
      '',
      'x',
      [proof, proof],
      written({ htm: 'GET' }),
      written({ htu: `${url}/` }),
      written({ iat: 1 }),
      written({ jti: '' }),
      written({}, { typ: 'JWT' }),
      written({}, { crit: ['exp'] }),
      written({}, { jwk: key.export({ format: 'jwk' }) }),
      written({}, { jwk: { ...jwkOf(key), x: 'AAAA' } }),
      written({}, {}, other),
      proof.replace(/\.[^.]*$/, '.'),
      proof.replace(/^[^.]*/, Buffer.from(JSON.stringify({ typ: 'dpop+jwt', alg: 'none', jwk: jwkOf(key) })).toString('base64url')),
    ];
    expect(await Promise.all(bad.map((one) => openProofApart(one, request)))).toEqual(bad.map(() => null));
    expect(bad.map((one) => verifyProof(one, { ...request, thumbprint: name }).ok)).toEqual(bad.map(() => false));
  });

  it('does not hold with any one character changed', async () => {
    const flipped = Array.from(proof, (was, at) => proof.slice(0, at) + (was === 'A' ? 'B' : 'A') + proof.slice(at + 1));
    const opened = await Promise.all(flipped.map((one) => openProofApart(one, request)));
    expect(opened.filter((one) => one !== null)).toEqual([]);
  });
});
