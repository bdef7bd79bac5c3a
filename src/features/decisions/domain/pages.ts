import { malformed, objectOf } from './question.js';

const MOST_ON_A_PAGE = 100;

export interface PageAsked {
  readonly limit: number;
  /** The last id of the page before; empty for the first. */
  readonly after: string;
}

const limitOf = (limit: unknown): number => {
  if (limit === undefined) return MOST_ON_A_PAGE;
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 1) throw malformed('page.limit', 'isInt');
  return Math.min(limit, MOST_ON_A_PAGE);
};

const START = 'after:';

const afterOf = (token: unknown): string => {
  if (token === undefined || token === '') return '';
  if (typeof token !== 'string') throw malformed('page.token', 'isString');
  const read = Buffer.from(token, 'base64url').toString('utf8');
  if (!read.startsWith(START) || tokenAfter(read.slice(START.length)) !== token) throw malformed('page.token', 'isToken');
  return read.slice(START.length);
};

/** What is given to get the next page; empty for none. */
export const tokenAfter = (id: string): string => (id === '' ? '' : Buffer.from(START + id).toString('base64url'));

/** `page` of a search: `token` and `limit` (at most 100, and that when it is left out). */
export const readPage = (page: unknown): PageAsked => {
  if (page === undefined) return { limit: MOST_ON_A_PAGE, after: '' };
  const { limit, token } = objectOf(page, 'page');
  return { limit: limitOf(limit), after: afterOf(token) };
};
