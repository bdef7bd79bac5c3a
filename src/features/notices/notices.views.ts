import type { Language } from '../../kernel/actor.js';
import { explain } from '../../platform/http/index.js';
import { formatInstant, formatInstantDay, text } from '../../platform/i18n/index.js';
import type { FieldError } from '../../platform/ui/index.js';
import type { Dossier } from '../../policy/index.js';
import { toolPaths } from '../tools/index.js';
import type { TypedDraft } from './draft-form.js';
import { concernsThirdParties, itemOf, placesOf, requiredItems } from './domain/notice-items.js';
import { PRODUCT_LANGUAGES } from './domain/notice-content.js';
import type { Delivered } from './inbox.repository.js';
import { isAnnouncement } from './inbox.repository.js';
import { noticePaths } from './notices.paths.js';
import { noticesCatalogue } from './notices.catalogue.js';
import type { DraftView } from './notices.service.js';
import { languageName } from './language-name.js';
import type { ReadNotice } from './notice-reading.service.js';
import { noticeText } from './notice-view.js';
import { fieldHeading } from './notice-text.js';
import type { DraftPageProps } from './web/draft-page.js';
import type { MinePageProps } from './web/inbox-pages.js';

/** The fields and languages that the form of a draft has. */
export const formOf = ({ draft }: DraftView) => ({
  fields: placesOf(draft.content.items, draft.content.purposes),
  languages: [
    ...new Set([...PRODUCT_LANGUAGES, ...(draft.dossier.organisation?.workforceLanguages ?? []), ...Object.keys(draft.content.texts)]),
  ],
  thirdParties: concernsThirdParties(draft.dossier),
});

export const draftErrors = (typed: TypedDraft, language: Language, limit: number): readonly FieldError[] => {
  const t = text(noticesCatalogue, language);
  return typed.errors.map(({ field, code }) => ({
    field,
    text: code === 'unknown' ? t('draft.unknownField', { field }) : t('draft.tooLong', { n: limit }),
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

export const draftPageProps = (view: DraftView, shown: Shown): DraftPageProps => {
  const { version, draft, people, unmet, history } = view;
  const { fields, languages, thirdParties } = formOf(view);
  const t = text(noticesCatalogue, shown.language);
  const required = requiredItems(draft.dossier);
  const typed = (language: string, field: string): string | undefined =>
    shown.typed?.texts.find((row) => row.language === language && row.item === field)?.text;
  return {
    toolName: version.toolName,
    toolHref: toolPaths.dossier(version.toolId),
    number: version.number,
    action: noticePaths.draft(version.toolId, version.number),
    previewHref: noticePaths.preview(version.toolId, version.number),
    publishAction: noticePaths.publication(version.toolId, version.number),
    idempotencyKey: shown.idempotencyKey,
    fields: fields.map((field) => ({
      field,
      heading: fieldHeading(field, shown.language),
      required: required.includes(itemOf(field)),
      texts: Object.fromEntries(
        languages.map((language) => [language, typed(language, field) ?? draft.content.texts[language]?.[field] ?? '']),
      ),
    })),
    languages,
    reviewers: draft.reviewers,
    missing: draft.missing.map(({ language, field }) =>
      t('draft.missingLine', { item: fieldHeading(field, shown.language), language: languageName(language, shown.language) }),
    ),
    missingLanguages: draft.missingLanguages,
    people,
    unmet: unmet.map((reason) => explain(reason, shown.language).title),
    mayWrite: shown.mayWrite,
    others: thirdParties ? othersOf(draft.dossier.notice?.thirdParty) : null,
    history: historyOf(history, shown.language),
    errors: shown.errors,
  };
};

interface Links {
  readonly object: string;
  readonly complain: string;
}
/** A delivered notice as its reader gets it. */
export const minePageProps = (delivered: Delivered, { notice, before, reader, languages }: ReadNotice, links: Links): MinePageProps => ({
  notice: noticeText({ ...notice, before }, reader),
  sentAt: formatInstantDay(delivered.sentAt, reader.language),
  reference: delivered.reference,
  number: delivered.versionNumber,
  papers: languages.map((language) => ({ language, href: noticePaths.ownPaper(delivered.id, language) })),
  acknowledgedAt: delivered.acknowledgedAt ? formatInstant(delivered.acknowledgedAt, reader.language) : null,
  acknowledgementHref: noticePaths.acknowledgement(delivered.id),
  objectHref: isAnnouncement(delivered.content) ? null : links.object,
  complainHref: links.complain,
});

export const inboxTitle = (row: { kind: Delivered['kind']; toolName: string }, reader: Language): string => {
  const t = text(noticesCatalogue, reader);
  if (row.kind === 'notice' || row.kind === 'change') return t(`mine.kind.${row.kind}`, { tool: row.toolName });
  return `${t(`kind.${row.kind}`)}: ${row.toolName}`;
};
