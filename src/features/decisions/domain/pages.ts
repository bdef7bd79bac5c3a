import { malformed, objectOf } from './question.js';

const MOST_ON_A_PAGE = 100;
const TOKEN = /^(\d{1,3}) (\S+) ([\x21-\x7e]*)$/;

export interface PageAsked {
  readonly limit: number;
  /** The last id of the page before; empty for the first. */
  readonly after: string;
}

/** Null: not said. */
const limitOf = (limit: unknown): number | null => {
  if (limit === undefined) return null;
  if (typeof limit !== 'number' || !Number.isInteger(limit) || limit < 0) throw malformed('page.limit', 'isInt');
  return Math.min(limit, MOST_ON_A_PAGE);
};

const writtenAs = (text: string): string => Buffer.from(text).toString('base64url');

/** A token goes on with one search, and no other: the same question, the same limit. */
const goingOn = (token: string, question: string): PageAsked => {
  const [, limit = '', about, after = ''] = TOKEN.exec(Buffer.from(token, 'base64url').toString('latin1')) ?? [];
  if (about !== question || tokenFor({ limit: Number(limit), after }, question) !== token) throw malformed('page.token', 'isToken');
  return { limit: Number(limit), after };
};

/** What is given to get the page that follows `page.after`. `question` is the fingerprint of what was asked. */
export const tokenFor = ({ limit, after }: PageAsked, question: string): string => writtenAs(`${limit} ${question} ${after}`);

/** `page` of a search: `token` and `limit` (at most 100, and that when it is left out). With a token the limit may be left out, and not be another. */
export const readPage = (page: unknown, question: string): PageAsked => {
  const { limit: wished, token, properties } = page === undefined ? {} : objectOf(page, 'page');
  if (properties !== undefined) objectOf(properties, 'page.properties');
  if (token !== undefined && typeof token !== 'string') throw malformed('page.token', 'isString');
  const limit = limitOf(wished);
  if (token === undefined || token === '') return { limit: limit ?? MOST_ON_A_PAGE, after: '' };
  const asked = goingOn(token, question);
  if (limit !== null && limit !== asked.limit) throw malformed('page.limit', 'isSame');
  return asked;
};
