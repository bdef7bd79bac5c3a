import { mayHandle } from './who-may-handle.js';

/** d is the director; m and n are managers; a and h work for m, g for n. */
const above = new Map([
  ['m', ['d']],
  ['n', ['d']],
  ['a', ['m', 'd']],
  ['h', ['m', 'd']],
  ['g', ['n', 'd']],
]);
const nobody = { authorId: null, aboutIds: [], barredIds: [] };
const who = (interests: Partial<typeof nobody> | object) =>
  ['a', 'd', 'g', 'h', 'm', 'n'].filter((one) => mayHandle(one, { ...nobody, ...interests }, above));

describe('who may handle a complaint', () => {
  it('is anybody where it is nobody’s and about nobody', () => expect(who({})).toEqual(['a', 'd', 'g', 'h', 'm', 'n']));
  it('is not who complains, nor anyone above', () => expect(who({ authorId: 'a' })).toEqual(['g', 'h', 'n']));
  it('is not whom it is about, nor anyone above or below', () => {
    expect(who({ aboutIds: ['m'] })).toEqual(['g', 'n']);
    expect(who({ aboutIds: ['h'] })).toEqual(['a', 'g', 'n']);
    expect(who({ aboutIds: ['d'] })).toEqual([]);
  });
  it('is not who was asked to stay out of it', () => expect(who({ barredIds: ['g', 'h'] })).toEqual(['a', 'd', 'm', 'n']));
  it('is only who is free of every one of them', () => expect(who({ authorId: 'a', aboutIds: ['h'], barredIds: ['n'] })).toEqual(['g']));
});
