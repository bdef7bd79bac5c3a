import type { ThirdPartyAnswers } from './notices.service.js';
import { PRODUCT_LANGUAGES } from './domain/notice-content.js';
import type { DraftText } from './drafts.repository.js';
import { isShort, type NoticeField } from './domain/notice-items.js';
import { SHORT_LIMIT } from './domain/summary-limits.js';

/** The most characters of one text. */
export const TEXT_LIMIT = 10_000;
/** The most characters of one place of the notice. */
export const limitOf = (field: NoticeField): number => (isShort(field) ? SHORT_LIMIT : TEXT_LIMIT);
const FRAME = ['_csrf', '_idempotency'];
const OTHERS = ['atStart', 'purposesTold', 'fullNoticeLink'] as const;

export const inputName = (language: string, field: NoticeField): string => `${language}_${field}`;

export interface TypedDraft {
  readonly texts: readonly Omit<DraftText, 'proposed'>[];
  readonly others: ThirdPartyAnswers | null;
  readonly errors: readonly { readonly field: string; readonly code: 'too_long' | 'unknown' }[];
}

interface Expected {
  readonly fields: readonly NoticeField[];
  /** Whether the questions about customers and visitors are on the form. */
  readonly thirdParties: boolean;
}

/** Reads the form of a draft: exactly the fields that it has, each a text of bounded length. A field that is not there is left as it was. */
export const readDraftForm = (body: Readonly<Record<string, unknown>>, { fields, thirdParties }: Expected): TypedDraft => {
  const places = PRODUCT_LANGUAGES.flatMap((language) => fields.map((item) => ({ item, language, name: inputName(language, item) })));
  const known = new Set([...places.map(({ name }) => name), ...FRAME, ...(thirdParties ? [...OTHERS, 'thirdParties'] : [])]);
  const sent = places.filter(({ name }) => body[name] !== undefined);
  const wrong = sent.filter(({ name, item }) => {
    const value = body[name];
    return typeof value !== 'string' || value.length > limitOf(item) || value.includes('\0');
  });
  const yes = (name: string): boolean => body[name] === 'yes';
  return {
    texts: sent.flatMap(({ item, language, name }) => {
      const value = body[name];
      return typeof value === 'string' ? [{ item, language, text: value.replace(/\r\n/g, '\n').trim() }] : [];
    }),
    others:
      thirdParties && body['thirdParties'] !== undefined
        ? { atStart: yes('atStart'), purposesTold: yes('purposesTold'), fullNoticeLink: yes('fullNoticeLink') }
        : null,
    errors: [
      ...wrong.map(({ name }) => ({ field: name, code: 'too_long' as const })),
      ...Object.keys(body)
        .filter((name) => !known.has(name))
        .map((name) => ({ field: name.slice(0, 100), code: 'unknown' as const })),
    ],
  };
};
