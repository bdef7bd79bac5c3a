import { readAnswer, typedAnswer } from './fact-answer.js';

describe('a typed answer', () => {
  it.each([
    ['integer', ' 1.214 ', 1214],
    ['integer', '0', 0],
    ['boolean', 'yes', true],
    ['boolean', 'no', false],
    ['languages', 'PL, nl;en nl', ['en', 'nl', 'pl']],
    ['powers', 'kl', ['kl']],
    ['powers', 'none', []],
    ['text', 'SER 2026/12', 'SER 2026/12'],
    ['long_text', 'Regel.\nNog een.', 'Regel.\nNog een.'],
  ] as const)('of kind %s: %j is %j', (kind, typed, value) => {
    expect(readAnswer(kind, typed)).toEqual({ ok: true, value });
  });

  it.each([
    ['integer', '', 'fact.integer'],
    ['integer', '-1', 'fact.integer'],
    ['integer', '1e3', 'fact.integer'],
    ['integer', '1000001', 'fact.integer'],
    ['boolean', 'true', 'fact.choice'],
    ['languages', '', 'fact.languages'],
    ['languages', 'Nederlands', 'fact.languages'],
    ['powers', 'b', 'fact.choice'],
    ['text', 'x'.repeat(201), 'maxLength'],
    ['text', 'a\u0000b', 'cell.control'],
    ['long_text', 'x'.repeat(10_001), 'maxLength'],
  ] as const)('of kind %s: %j is refused', (kind, typed, code) => {
    expect(readAnswer(kind, typed)).toEqual({ ok: false, code });
  });

  it('comes back in the form as it can be typed', () => {
    for (const [kind, value] of [
      ['integer', 12],
      ['boolean', false],
      ['languages', ['en', 'nl']],
      ['powers', []],
      ['powers', ['kl']],
      ['text', 'x'],
    ] as const)
      expect(readAnswer(kind, typedAnswer(kind, value))).toEqual({ ok: true, value });
    expect(typedAnswer('integer', null)).toBe('');
  });
});
