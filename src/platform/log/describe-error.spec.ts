import { describeError } from './describe-error.js';

describe('describeError', () => {
  it('leaves out a message, which may quote what somebody typed', () => {
    const error = Object.assign(new Error('invalid input syntax: "jan@example.org"'), { code: '22P02', detail: 'jan@example.org' });
    const written = JSON.stringify(describeError(error));
    expect(written).toContain('22P02');
    expect(written).not.toContain('jan@example.org');
  });

  it('names the place in the code', () => {
    expect(describeError(new Error('x')).stack?.[0]).toContain('describe-error.spec');
  });

  it('keeps the message of a mistake in the code itself', () => {
    expect(describeError(new TypeError('f is not a function')).message).toBe('f is not a function');
  });

  it('says of anything else only what sort of thing it is', () => {
    expect(describeError('jan@example.org')).toEqual({ kind: 'string' });
  });
});
