import type { Tx } from '../../platform/database/index.js';
import type { Dossier } from '../../policy/index.js';
import { type Holder, holdersOf, organisationFacts } from '../people/index.js';
import { dossierFacts, valueLabel, type Version } from '../tools/index.js';
import { type DraftText, draftTexts, surroundingsOf } from './drafts.repository.js';
import { languagesOf, type NoticeContent, PRODUCT_LANGUAGES } from './domain/notice-content.js';
import { emptyFields } from './domain/notice-content.js';
import { requiredItems } from './domain/notice-items.js';
import { measuredBy, notMeasuredBy } from './measured.catalogue.js';
import { changesSince } from './notice-changes.js';
import { proposeNotice } from './proposal/propose-notice.js';
import type { Contact, Decision, NoticeSource } from './proposal/source.js';

const asContact = (holders: readonly Holder[], role: string): Contact | null => {
  const found = holders.find((holder) => holder.role === role);
  return found ? { name: found.name, mailAddress: found.mailAddress } : null;
};

/** Everything that a notice of this version is proposed from. A number of queries that does not grow with the people. */
const noticeSource = async (tx: Tx, version: Version, decision: Decision | null): Promise<NoticeSource> => {
  const surroundings = await surroundingsOf(tx, version.id);
  const holders = await holdersOf(tx, ['dpo', 'trusted_person']);
  return {
    dossier: { ...dossierFacts(version), organisation: await organisationFacts(tx) },
    organisationName: surroundings.organisationName,
    toolName: version.toolName,
    versionNumber: version.number,
    enforcement: version.enforcement,
    measured: measuredBy(version.capabilities),
    notMeasured: notMeasuredBy(version.capabilities),
    units: surroundings.units,
    dpo: asContact(holders, 'dpo'),
    trustedPerson: asContact(holders, 'trusted_person'),
    outsideAddress: surroundings.outsideAddress,
    decision,
    changes: await changesSince(tx, version),
    label: valueLabel,
  };
};

/** The field in a draft that holds who read over a text in another language. */
export const REVIEW_FIELD = 'review';
const isProductLanguage = (language: string): boolean => (PRODUCT_LANGUAGES as readonly string[]).includes(language);

/** The proposal with HR's own texts over it. A text that HR left as proposed follows the dossier. */
const withDraft = (proposed: NoticeContent, draft: readonly DraftText[]): NoticeContent => {
  const languages = [...new Set([...Object.keys(proposed.texts), ...draft.map(({ language }) => language)])];
  const own = (language: string) => draft.filter((row) => row.language === language && !row.proposed && row.item !== REVIEW_FIELD);
  return {
    ...proposed,
    texts: Object.fromEntries(
      languages.map((language) => [
        language,
        { ...proposed.texts[language], ...Object.fromEntries(own(language).map(({ item, text }) => [item, text])) },
      ]),
    ),
    reviewed: draft
      .filter(({ item, language, text }) => item === REVIEW_FIELD && text.trim() !== '' && !isProductLanguage(language))
      .map(({ language }) => language),
  };
};

export interface NoticeDraft {
  readonly content: NoticeContent;
  readonly proposed: NoticeContent;
  /** Whether no required item is empty in any language of the notice. */
  readonly complete: boolean;
  readonly missing: readonly { readonly language: string; readonly field: string }[];
  /** Languages that people here read, and this notice is not in. */
  readonly missingLanguages: readonly string[];
  readonly dossier: Dossier;
  readonly reviewers: Readonly<Record<string, string>>;
}

/** The notice of a version as it would be published now. */
export const noticeDraft = async (tx: Tx, version: Version, decision: Decision | null = null): Promise<NoticeDraft> => {
  const source = await noticeSource(tx, version, decision);
  const rows = await draftTexts(tx, version.id);
  const proposed = proposeNotice(source);
  const content = withDraft(proposed, rows);
  const missing = emptyFields(content, requiredItems(source.dossier));
  const languages = languagesOf(content);
  return {
    content,
    proposed,
    complete: missing.length === 0 && content.purposes.length > 0,
    missing,
    missingLanguages: (source.dossier.organisation?.workforceLanguages ?? []).filter((language) => !languages.includes(language)),
    dossier: source.dossier,
    reviewers: Object.fromEntries(rows.filter(({ item }) => item === REVIEW_FIELD).map(({ language, text }) => [language, text])),
  };
};
