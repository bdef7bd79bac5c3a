import fc from 'fast-check';
import { parseJson, parseJsonBytes } from './json-text.js';

const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;

describe('JSON that comes in', () => {
  it('is read as JSON.parse reads it, whatever it holds', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 5 }), fc.constantFrom(0, 2), (text, indent) => {
        const spaced = JSON.stringify(JSON.parse(text), null, indent);
        fc.pre(!/"(__proto__|constructor)"\s*:/.test(spaced));
        expect(parseJson(spaced)).toEqual(JSON.parse(spaced));
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it.each([
    ['twice', '{"a":1,"a":2}'],
    ['twice, once written with an escape', '{"a":1,"\\u0061":2}'],
    ['twice, deep inside', '[{"b":[{"a":{},"c":"}","a" : null}]}]'],
    ['twice, after a text that ends with a backslash', '{"a":"\\\\","a":1}'],
    ['a member that reaches a prototype', '{"x":{"__proto__":{}}}'],
    ['the same, written with an escape', '{"\\u005f_proto__":1}'],
    ['a constructor', '{"constructor":1}'],
    ['33 levels', nested(33)],
    ['nothing', ''],
    ['half an object', '{"a":'],
    ['a text that never ends', '{"a'],
    ['no JSON', "{'a':1}"],
    ['a stray bracket', ']{"a":1}'],
  ])('is refused with %s', (_what, text) => {
    expect(() => parseJson(text)).toThrow('body.unreadable');
  });

  it.each([
    ['the same name in two objects', '[{"a":1},{"a":2}]'],
    ['a value that equals its name', '{"a":"a","b":"a"}'],
    ['a text that looks like members', '{"a":"\\"a\\":1,\\"a\\":2"}'],
    ['the same text twice in a list', '["a","a"]'],
    ['brackets inside texts', `{"a":"${'['.repeat(99)}"}`],
    ['32 levels', nested(32)],
  ])('may have %s', (_what, text) => expect(parseJson(text)).toEqual(JSON.parse(text)));

  it('is UTF-8, byte for byte', () => {
    expect(parseJsonBytes(Buffer.from('{"a":"é"}'))).toEqual({ a: 'é' });
    for (const bytes of [[0xff], [0xc3], [0xed, 0xa0, 0x80], [0xc0, 0xaf]])
      expect(() => parseJsonBytes(Buffer.concat([Buffer.from('"'), Buffer.from(bytes), Buffer.from('"')]))).toThrow('body.unreadable');
  });
});
