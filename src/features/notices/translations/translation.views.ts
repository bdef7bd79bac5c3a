import type { Language } from '../../../kernel/actor.js';
import { formatInstantDay, text } from '../../../platform/i18n/index.js';
import type { FieldError } from '../../../platform/ui/index.js';
import { isShort } from '../domain/notice-items.js';
import { languageName } from '../language-name.js';
import { fieldHeading } from '../notice-text.js';
import { noticePaths } from '../notices.paths.js';
import { isReadable } from './domain/translation.js';
import type { Reading } from './reading.service.js';
import { isHeading, mostOf, placeName, type TypedTranslation } from './translation-form.js';
import type { TranslationView } from './translation.service.js';
import { translationsCatalogue } from './translations.catalogue.js';
import type { ReadingPageProps } from './web/reading-page.js';
import type { TranslationPageProps } from './web/translation-page.js';

/** What a place is called on the page. */
const labelOf = (place: string, source: string, reader: Language): string => {
  const t = text(translationsCatalogue, reader);
  if (isHeading(place)) return t('page.heading', { source });
  return isShort(place) ? t('page.short', { heading: fieldHeading(place, reader) }) : fieldHeading(place, reader);
};

export const translationErrors = (typed: TypedTranslation, reader: Language): readonly FieldError[] => {
  const t = text(translationsCatalogue, reader);
  return typed.errors.map(({ field, code }) => ({
    field,
    text: code === 'unknown' ? t('page.unknownField', { field }) : t('page.tooLong', { n: mostOf(field.slice(2)) }),
  }));
};

interface Shown {
  readonly language: Language;
  readonly typed?: TypedTranslation;
  readonly errors?: readonly FieldError[];
  readonly staffNumber?: string;
}

const placesShown = ({ places, translation, remembered }: TranslationView, { language, typed }: Shown): TranslationPageProps['places'] => {
  const own = new Map(translation.rows.map(({ place, text: written }) => [place, written]));
  const now = new Map((typed?.texts ?? []).map(({ place, text: written }) => [place, written]));
  return places.map(({ place, source }) => {
    const written = now.get(place) ?? own.get(place);
    return {
      name: placeName(place),
      label: labelOf(place, source, language),
      heading: isHeading(place),
      source,
      limit: mostOf(place),
      outdated: translation.standing.outdated.includes(place),
      remembered: written === undefined && remembered.has(place),
      value: written ?? remembered.get(place) ?? '',
    };
  });
};

/** Who was asked, and what was answered on exactly these texts. */
const saidShown = (
  { translation, names }: TranslationView,
  reader: Language,
): Pick<TranslationPageProps, 'asked' | 'reviewed' | 'remark'> => {
  const { standing, requests } = translation;
  const { review } = standing;
  const last = requests.at(-1);
  const by = (person: string, at: Date) => ({ person: names.get(person) ?? '', date: formatInstantDay(at, reader) });
  return {
    asked: last && standing.state === 'asked' ? by(last.askedPerson, last.askedAt) : null,
    reviewed: review?.verdict === 'right' ? by(review.reviewedBy, review.reviewedAt) : null,
    remark: review?.verdict === 'wrong' ? review.remark : null,
  };
};

export const translationPageProps = (view: TranslationView, shown: Shown): TranslationPageProps => {
  const { version, translation } = view;
  const { standing } = translation;
  return {
    toolName: version.toolName,
    number: version.number,
    code: translation.language,
    language: languageName(translation.language, shown.language),
    backHref: noticePaths.draft(version.toolId, version.number),
    action: noticePaths.translation(version.toolId, version.number, translation.language),
    readerAction: noticePaths.reader(version.toolId, version.number, translation.language),
    source: view.source,
    state: standing.state,
    missing: standing.missing.length,
    outdated: standing.outdated.length,
    ...saidShown(view, shown.language),
    mayAsk: isReadable(standing.state),
    places: placesShown(view, shown),
    staffNumber: shown.staffNumber,
    errors: shown.errors,
  };
};

export const readingPageProps = (reading: Reading, reader: Language, shown: Partial<ReadingPageProps> = {}): ReadingPageProps => {
  const { translation, places, request, toolName } = reading;
  const texts = new Map(translation.rows.map(({ place, text: written }) => [place, written]));
  const { standing } = translation;
  return {
    toolName,
    code: request.language,
    language: languageName(request.language, reader),
    action: noticePaths.readingReview(request.id),
    covers: standing.covers,
    whole: standing.missing.length + standing.outdated.length === 0,
    said: standing.review?.reviewedBy === request.askedPerson ? standing.review.verdict : null,
    rows: places.map(({ place, source }) => ({ heading: isHeading(place), source, text: texts.get(place) ?? '' })),
    ...shown,
  };
};
