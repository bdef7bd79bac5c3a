import { fingerprint } from '../../../../kernel/canonical.js';
import type { NoticeContent } from '../../domain/notice-content.js';
import { fullFieldOf, placesOf } from '../../domain/notice-items.js';

/** One text to translate: a place of the notice or the heading above it, and what stands there in Dutch. */
export interface SourcePlace {
  readonly place: string;
  readonly source: string;
}
export interface TranslatedText {
  readonly place: string;
  readonly text: string;
  /** Of the Dutch text that it was translated from. */
  readonly sourceHash: string;
}
export interface TranslationReview {
  readonly coversHash: string;
  readonly verdict: 'right' | 'wrong';
  readonly remark: string;
  readonly reviewedBy: string;
  readonly reviewedAt: Date;
}
export interface TranslationRequest {
  readonly id: string;
  readonly askedPerson: string;
  readonly askedAt: Date;
}

export const headingPlace = (field: string): string => `heading:${fullFieldOf(field)}`;
export const hashOfSource = (source: string): string => fingerprint(source);

/** Everything that a translator translates: each Dutch text with its heading, in the order of the notice. */
export const sourcePlaces = (content: NoticeContent, headingOf: (field: string) => string): readonly SourcePlace[] => {
  const places = new Map<string, string>();
  for (const field of placesOf(content.items, content.purposes)) {
    const source = content.texts['nl']?.[field]?.trim();
    if (!source) continue;
    places.set(headingPlace(field), headingOf(field));
    places.set(field, source);
  }
  return [...places].map(([place, source]) => ({ place, source }));
};

/** What a review is about: each Dutch text with its translation. Any change to either makes it another. */
export const coversOf = (places: readonly SourcePlace[], rows: readonly TranslatedText[]): string => {
  const texts = new Map(rows.map(({ place, text }) => [place, text]));
  return fingerprint(places.map(({ place, source }) => [place, source, texts.get(place) ?? '']));
};

/** Over the Dutch texts alone: whoever types a translation has seen exactly these. */
export const hashOfSources = (places: readonly SourcePlace[]): string => fingerprint(places.map(({ place, source }) => [place, source]));

export const TRANSLATION_STATES = ['empty', 'incomplete', 'outdated', 'ready', 'asked', 'wrong', 'reviewed'] as const;
export type TranslationState = (typeof TRANSLATION_STATES)[number];

export interface TranslationStanding {
  readonly state: TranslationState;
  /** Places without a translation. */
  readonly missing: readonly string[];
  /** Places whose Dutch text changed after it was translated. */
  readonly outdated: readonly string[];
  readonly covers: string;
  /** The last word on exactly these texts. */
  readonly review: TranslationReview | null;
}

export interface Translation {
  readonly rows: readonly TranslatedText[];
  /** Oldest first. */
  readonly requests: readonly TranslationRequest[];
  readonly reviews: readonly TranslationReview[];
}

const stateOf = (standing: Omit<TranslationStanding, 'state'>, { rows, requests, reviews }: Translation): TranslationState => {
  if (rows.length === 0) return 'empty';
  if (standing.missing.length > 0) return 'incomplete';
  if (standing.outdated.length > 0) return 'outdated';
  if (standing.review) return standing.review.verdict === 'right' ? 'reviewed' : 'wrong';
  const last = requests.at(-1);
  const answered = last && reviews.some(({ reviewedAt }) => reviewedAt >= last.askedAt);
  return last && !answered ? 'asked' : 'ready';
};

/** Where a translation stands. It counts only when its last review found exactly these texts right. */
export const standingOf = (places: readonly SourcePlace[], translation: Translation): TranslationStanding => {
  const byPlace = new Map(translation.rows.map((row) => [row.place, row]));
  const covers = coversOf(places, translation.rows);
  const standing = {
    missing: places.filter(({ place }) => !byPlace.get(place)?.text.trim()).map(({ place }) => place),
    outdated: places
      .filter(({ place, source }) => byPlace.get(place)?.text.trim() && byPlace.get(place)?.sourceHash !== hashOfSource(source))
      .map(({ place }) => place),
    covers,
    review: translation.reviews.findLast(({ coversHash }) => coversHash === covers) ?? null,
  };
  return { state: stateOf(standing, translation), ...standing };
};

/** Whether somebody can be asked to read it over now. */
export const isReadable = (state: TranslationState): boolean => ['ready', 'asked', 'wrong'].includes(state);

const CODE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})?$/;
/** A language that a translation can be in: any but the two that the product itself writes. */
export const isOtherLanguage = (typed: string): boolean => CODE.test(typed) && typed !== 'nl' && typed !== 'en';
