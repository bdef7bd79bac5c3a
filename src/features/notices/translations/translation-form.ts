import { SHORT_LIMIT } from '../domain/summary-limits.js';
import { TEXT_LIMIT } from '../draft-form.js';
import { isShort } from '../domain/notice-items.js';
import type { SourcePlace } from './domain/translation.js';
import type { TypedText } from './translation.service.js';

const HEADING_LIMIT = 200;
const FRAME = ['_csrf', '_idempotency', 'source'];
const HASH = /^sha-256:[\w-]{20,60}$/;

export const isHeading = (place: string): boolean => place.startsWith('heading:');
/** A translation may take half as much room again as the Dutch, which has its own limit. */
export const mostOf = (place: string): number =>
  isHeading(place) ? HEADING_LIMIT : isShort(place) ? Math.round(SHORT_LIMIT * 1.5) : Math.round(TEXT_LIMIT * 1.5);
export const placeName = (place: string): string => `t_${place}`;

export interface TypedTranslation {
  readonly source: string;
  readonly texts: readonly TypedText[];
  readonly errors: readonly { readonly field: string; readonly code: 'too_long' | 'unknown' }[];
}

/** Reads the form of a translation: exactly its places, each a text of bounded length. */
export const readTranslationForm = (body: Readonly<Record<string, unknown>>, places: readonly SourcePlace[]): TypedTranslation => {
  const named = places.map(({ place }) => ({ place, name: placeName(place) }));
  const known = new Set([...named.map(({ name }) => name), ...FRAME]);
  const sent = named.filter(({ name }) => body[name] !== undefined);
  const isUsable = (value: unknown, most: number): value is string =>
    typeof value === 'string' && value.length <= most && !value.includes('\0');
  const source = body['source'];
  return {
    source: typeof source === 'string' ? source : '',
    texts: sent.flatMap(({ place, name }) => {
      const value = body[name];
      return typeof value === 'string' ? [{ place, text: value.replace(/\r\n/g, '\n').trim() }] : [];
    }),
    errors: [
      ...(typeof source === 'string' && HASH.test(source) ? [] : [{ field: 'source', code: 'unknown' as const }]),
      ...sent
        .filter(({ place, name }) => !isUsable(body[name], mostOf(place)))
        .map(({ name }) => ({ field: name, code: 'too_long' as const })),
      ...Object.keys(body)
        .filter((name) => !known.has(name))
        .map((name) => ({ field: name.slice(0, 100), code: 'unknown' as const })),
    ],
  };
};
