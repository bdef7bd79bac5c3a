import type { Language } from '../../kernel/actor.js';
import { explain } from '../../platform/http/index.js';
import { text } from '../../platform/i18n/index.js';
import type { FieldError } from '../../platform/ui/index.js';
import type { Dossier } from '../../policy/index.js';
import { toolPaths } from '../tools/index.js';
import { draftHints } from './draft-hints.js';
import { inputName, limitOf, type TypedDraft } from './draft-form.js';
import { concernsThirdParties, isShort, itemOf, placesOf, requiredItems } from './domain/notice-items.js';
import { PRODUCT_LANGUAGES } from './domain/notice-content.js';
import { languageName } from './language-name.js';
import { noticePaths } from './notices.paths.js';
import { noticesCatalogue } from './notices.catalogue.js';
import { hintsCatalogue } from './plain-language/hints.catalogue.js';
import type { DraftView } from './notices.service.js';
import { fieldHeading } from './notice-text.js';
import type { DraftFieldProps } from './web/draft-editor.js';
import type { DraftPageProps } from './web/draft-page.js';

/** The fields that the form of a draft has. */
export const formOf = ({ draft }: DraftView) => ({
  fields: placesOf(draft.content.items, draft.content.purposes),
  thirdParties: concernsThirdParties(draft.dossier),
});

export const draftErrors = (typed: TypedDraft, language: Language): readonly FieldError[] => {
  const t = text(noticesCatalogue, language);
  return typed.errors.map(({ field, code }) => ({
    field,
    text: code === 'unknown' ? t('draft.unknownField', { field }) : t('draft.tooLong', { n: limitOf(field.slice(field.indexOf('_') + 1)) }),
  }));
};

interface Shown {
  readonly language: Language;
  readonly mayWrite: boolean;
  readonly idempotencyKey: string;
  readonly typed?: TypedDraft;
  readonly errors?: readonly FieldError[];
}

const othersOf = (given: NonNullable<Dossier['notice']>['thirdParty']): NonNullable<DraftPageProps['others']> => ({
  atStart: given?.atStart === true,
  purposesTold: given?.purposesTold === true,
  fullNoticeLink: given?.fullNoticeLink === true,
});

const historyOf = (history: DraftView['history'], language: Language): DraftPageProps['history'] => {
  const t = text(noticesCatalogue, language);
  return history.map((row) => ({
    href: noticePaths.published(row.id),
    number: row.versionNumber,
    kind: t(`kind.${row.kind}`),
    at: row.publishedAt,
  }));
};

type Texts = Readonly<Record<Language, Readonly<Record<string, string>>>>;
/** What stands in the form: as typed just now, else as drafted. */
const textsOf = ({ draft }: DraftView, typed: TypedDraft | undefined): Texts => {
  const inLanguage = (language: Language) => ({
    ...draft.content.texts[language],
    ...Object.fromEntries((typed?.texts ?? []).filter((row) => row.language === language).map(({ item, text: own }) => [item, own])),
  });
  return { nl: inLanguage('nl'), en: inLanguage('en') };
};

const fieldsOf = (view: DraftView, shown: Shown, fields: readonly string[]): readonly DraftFieldProps[] => {
  const texts = textsOf(view, shown.typed);
  const required = requiredItems(view.draft.dossier);
  const hints = draftHints(texts, fields, shown.language);
  return fields.map((field) => ({
    field,
    short: isShort(field),
    heading: fieldHeading(field, shown.language),
    required: isShort(field) || required.includes(itemOf(field)),
    texts: { nl: texts.nl[field] ?? '', en: texts.en[field] ?? '' },
    hints: hints.get(field) ?? { nl: [], en: [] },
  }));
};

/** One line for each text that has hints, with the way to it. */
const hintLines = (fields: readonly DraftFieldProps[], reader: Language): DraftPageProps['hints'] =>
  fields.flatMap((one) =>
    PRODUCT_LANGUAGES.filter((language) => one.hints[language].length > 0).map((language) => ({
      href: `#${inputName(language, one.field)}`,
      text: text(hintsCatalogue, reader)('line', {
        item: one.heading,
        language: languageName(language, reader),
        n: one.hints[language].length,
      }),
      count: one.hints[language].length,
    })),
  );

const translationLines = ({ version, draft }: DraftView, reader: Language): DraftPageProps['translations'] =>
  draft.translations.map(({ language, standing }) => ({
    language: languageName(language, reader),
    href: noticePaths.translation(version.toolId, version.number, language),
    state: standing.state,
  }));

export const draftPageProps = (view: DraftView, shown: Shown): DraftPageProps => {
  const { version, draft, people, unmet, history } = view;
  const { fields: places, thirdParties } = formOf(view);
  const t = text(noticesCatalogue, shown.language);
  const fields = fieldsOf(view, shown, places);
  const named = (code: string): string => languageName(code, shown.language);
  return {
    toolName: version.toolName,
    toolHref: toolPaths.dossier(version.toolId),
    number: version.number,
    action: noticePaths.draft(version.toolId, version.number),
    previewHref: noticePaths.preview(version.toolId, version.number),
    publishAction: noticePaths.publication(version.toolId, version.number),
    idempotencyKey: shown.idempotencyKey,
    fields,
    hints: hintLines(fields, shown.language),
    translations: translationLines(view, shown.language),
    missing: draft.missing.map(({ language, field }) =>
      t('draft.missingLine', { item: fieldHeading(field, shown.language), language: named(language) }),
    ),
    missingLanguages: draft.missingLanguages.map(named),
    people,
    unmet: unmet.map((reason) => explain(reason, shown.language).title),
    mayWrite: shown.mayWrite,
    others: thirdParties ? othersOf(draft.dossier.notice?.thirdParty) : null,
    history: historyOf(history, shown.language),
    errors: shown.errors,
  };
};
