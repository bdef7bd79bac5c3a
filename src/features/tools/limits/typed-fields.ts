import type { TypedLimit } from '../../../policy/index.js';
import type { LimitPart } from './limit-fields.js';

const LONGEST = 200;
const MOST = 20;
const wordIn = (value: unknown): string | undefined => (typeof value === 'string' && value.length <= LONGEST ? value : undefined);
const wordsIn = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? (value as readonly unknown[]) : value === undefined ? [] : [value])
    .slice(0, MOST)
    .map(wordIn)
    .filter((word): word is string => word !== undefined && word !== '');

/** What was typed in the fields of one limit. */
export const limitTypedIn = (body: Readonly<Record<string, unknown>>, name: (part: LimitPart) => string): TypedLimit => ({
  value: wordIn(body[name('value')]),
  purpose: wordIn(body[name('purpose')]),
  days: wordsIn(body[name('days')]),
  from: wordIn(body[name('from')]),
  to: wordIn(body[name('to')]),
  days2: wordsIn(body[name('days2')]),
  from2: wordIn(body[name('from2')]),
  to2: wordIn(body[name('to2')]),
  days3: wordsIn(body[name('days3')]),
  from3: wordIn(body[name('from3')]),
  to3: wordIn(body[name('to3')]),
  roles: wordsIn(body[name('roles')]),
});
