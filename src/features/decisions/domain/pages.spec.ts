import type { Problem } from '../../../kernel/problem.js';
import { readPage, tokenFor } from './pages.js';

const QUESTION = 'sha-256:one';
const token = tokenFor({ limit: 2, after: 't_1' }, QUESTION);
const fieldOf = (page: unknown, question = QUESTION): string => {
  try {
    readPage(page, question);
    return 'none';
  } catch (error) {
    const { status, reasons } = error as Problem;
    return `${status} ${reasons.map(({ field }) => field).join()}`;
  }
};

describe('a page of a search', () => {
  it.each<[unknown, number]>([
    [undefined, 100],
    [{}, 100],
    [{ limit: 0 }, 0],
    [{ limit: 7, more: [1], properties: { sort: 'x' } }, 7],
    [{ limit: 5000 }, 100],
    [{ token: '', limit: 3 }, 3],
  ])('begins at the beginning with %p', (page, limit) => expect(readPage(page, QUESTION)).toEqual({ limit, after: '' }));

  it('goes on after the last one, with the limit of before, said again or not', () => {
    for (const page of [{ token }, { token, limit: 2 }]) expect(readPage(page, QUESTION)).toEqual({ limit: 2, after: 't_1' });
    const atStart = tokenFor({ limit: 0, after: '' }, QUESTION);
    expect(readPage({ token: atStart }, QUESTION)).toEqual({ limit: 0, after: '' });
  });

  it.each<[string, unknown, string]>([
    ['is no object', null, '400 page'],
    ['is a list', [], '400 page'],
    ['has a limit below nothing', { limit: -1 }, '400 page.limit'],
    ['has half a limit', { limit: 1.5 }, '400 page.limit'],
    ['has a limit in words', { limit: '1' }, '400 page.limit'],
    ['has properties that are no object', { properties: 1 }, '400 page.properties'],
    ['has a token that is no text', { token: 1 }, '400 page.token'],
    ['has a token that nobody gave', { token: 'zzz' }, '400 page.token'],
    ['has a token with something behind it', { token: `${token}=` }, '400 page.token'],
    ['has a token of nothing that can be stored', { token: Buffer.from(`2 ${QUESTION} t\0`).toString('base64url') }, '400 page.token'],
    ['goes on with another limit', { token, limit: 3 }, '400 page.limit'],
  ])('is refused when it %s', (_what, page, fault) => expect(fieldOf(page)).toBe(fault));

  it('goes on with the same question only', () => {
    expect(fieldOf({ token }, 'sha-256:two')).toBe('400 page.token');
    expect(fieldOf({ token })).toBe('none');
  });
});
