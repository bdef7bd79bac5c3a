import { commitmentTo, leafHash, leafOf, openingOf } from './commitment.js';

const salt = Buffer.from('P4l_2zp6lG3PsWBNmGNm18gmmU_YAJ83buXqhf_p2s8', 'base64url');
const vote = openingOf({ member: 'Ayse Ornek', kind: 'vote.cast', choice: 'yes' }, salt);
const LEAF =
  '{"at":"2026-03-05T09:00:00Z","body":"hmac-sha256:ytuazMDHbMDunI0MDNvE7CtYG8DJFu1v8i9GUjlxs2w","case":"c_7Hq2","type":"vote.cast","v":1}';

describe('a commitment', () => {
  it('is the HMAC of the canonical payload under its salt', () => {
    expect(vote.payload).toBe('{"choice":"yes","kind":"vote.cast","member":"Ayse Ornek"}');
    expect(commitmentTo(vote)).toBe('hmac-sha256:ytuazMDHbMDunI0MDNvE7CtYG8DJFu1v8i9GUjlxs2w');
  });

  it('says nothing without its salt: another salt gives another commitment to the same payload', () => {
    expect(commitmentTo({ ...vote, salt: Buffer.alloc(32) })).not.toBe(commitmentTo(vote));
  });
});

describe('an entry', () => {
  const leaf = leafOf({ at: '2026-03-05T09:00:00Z', type: 'vote.cast', case: 'c_7Hq2', body: commitmentTo(vote) });

  it('is exactly the canonical JSON of the published example', () => {
    expect(leaf.toString('utf8')).toBe(LEAF);
    expect(leaf).toHaveLength(0x0087);
  });

  it('hashes to the published leaf hash', () => {
    expect(leafHash(leaf).toString('base64')).toBe('Sr7FukuM5eNO6++ttU1olSOgBcugmi736Dg+HLA1slk=');
  });

  it('names neither the case nor the person when there is none', () => {
    const bare = leafOf({ at: '2026-03-05T09:00:00Z', type: 'organisation.set-up', body: 'hmac-sha256:x' });
    expect(bare.toString()).toBe('{"at":"2026-03-05T09:00:00Z","body":"hmac-sha256:x","type":"organisation.set-up","v":1}');
  });

  it('carries identity in a second commitment of its own', () => {
    const parts = { at: '2026-03-05T09:00:00Z', type: 'tool.registered', body: 'hmac-sha256:x', who: 'hmac-sha256:y' };
    expect(JSON.parse(leafOf(parts).toString())).toEqual({ ...parts, v: 1 });
  });
});

describe('the leaf hash of RFC 6962', () => {
  it.each([
    ['', '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d'],
    ['00', '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7'],
  ])('of the reference input "%s" is the published one', (input, expected) => {
    expect(leafHash(Buffer.from(input, 'hex')).toString('hex')).toBe(expected);
  });
});
