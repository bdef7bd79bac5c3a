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
import { fieldHeading } from './notice-text.js';
import { proposeNotice } from './proposal/propose-notice.js';
import { sourcePlaces, type SourcePlace, standingOf, type TranslationStanding } from './translations/domain/translation.js';
import { type StoredTranslation, translationsOf } from './translations/translation.repository.js';
import type { Contact, Decision, NoticeSource } from './proposal/source.js';

const asContact = (holders: readonly Holder[], role: string): Contact | null => {
  const found = holders.find((holder) => holder.role === role);
  return found ? { name: found.name, mailAddress: found.mailAddress } : null;
};

/** Everything that a notice of this version is proposed from. A number of queries that does not grow with the people. */
const noticeSource = async (tx: Tx, version: Version, decision: Decision | null): Promise<NoticeSource> => {
  const surroundings = await surroundingsOf(tx, version.id);
  const holders = await holdersOf(tx, ['hr_registrar', 'dpo', 'trusted_person']);
  return {
    dossier: { ...dossierFacts(version), organisation: await organisationFacts(tx) },
    organisationName: surroundings.organisationName,
    toolName: version.toolName,
    versionNumber: version.number,
    enforcement: version.enforcement,
    measured: measuredBy(version.capabilities),
    notMeasured: notMeasuredBy(version.capabilities),
    units: surroundings.units,
    hr: asContact(holders, 'hr_registrar'),
    dpo: asContact(holders, 'dpo'),
    trustedPerson: asContact(holders, 'trusted_person'),
    outsideAddress: surroundings.outsideAddress,
    decision,
    changes: await changesSince(tx, version),
    label: valueLabel,
  };
};

const isProductLanguage = (language: string): boolean => (PRODUCT_LANGUAGES as readonly string[]).includes(language);

/** The proposal with HR's own texts over it. A text that HR left as proposed follows the dossier. */
const withDraft = (proposed: NoticeContent, draft: readonly DraftText[]): NoticeContent => {
  const own = (language: string) => draft.filter((row) => row.language === language && !row.proposed);
  return {
    ...proposed,
    texts: Object.fromEntries(
      PRODUCT_LANGUAGES.map((language) => [
        language,
        { ...proposed.texts[language], ...Object.fromEntries(own(language).map(({ item, text }) => [item, text])) },
      ]),
    ),
  };
};

export interface DraftTranslation extends StoredTranslation {
  readonly standing: TranslationStanding;
}

/** The texts of every language that was read over by another person, beside the Dutch and English ones. */
const withTranslations = (content: NoticeContent, translations: readonly DraftTranslation[]): NoticeContent => {
  const reviewed = translations.filter(({ standing }) => standing.state === 'reviewed');
  const texts = reviewed.map(({ language, rows }) => [language, Object.fromEntries(rows.map(({ place, text }) => [place, text]))] as const);
  return { ...content, texts: { ...content.texts, ...Object.fromEntries(texts) }, reviewed: reviewed.map(({ language }) => language) };
};

export interface NoticeDraft {
  readonly content: NoticeContent;
  readonly proposed: NoticeContent;
  /** Whether no required place is empty in any language of the notice, and no language is lacking that people here read. */
  readonly complete: boolean;
  readonly missing: readonly { readonly language: string; readonly field: string }[];
  /** Languages that people here read, and this notice is not in. */
  readonly missingLanguages: readonly string[];
  readonly dossier: Dossier;
  /** What a translator translates. */
  readonly places: readonly SourcePlace[];
  /** One for each language besides Dutch and English that people here read, or that was begun. */
  readonly translations: readonly DraftTranslation[];
}

const NOTHING = { rows: [], requests: [], reviews: [] };

/** The notice of a version as it would be published now. */
export const noticeDraft = async (tx: Tx, version: Version, decision: Decision | null = null): Promise<NoticeDraft> => {
  const source = await noticeSource(tx, version, decision);
  const stored = await translationsOf(tx, version.id);
  const proposed = proposeNotice(source);
  const dutch = withDraft(proposed, await draftTexts(tx, version.id));
  const places = sourcePlaces(dutch, (field) => fieldHeading(field, 'nl'));
  const spoken = source.dossier.organisation?.workforceLanguages ?? [];
  const others = [...new Set([...spoken, ...stored.map(({ language }) => language)])].filter((language) => !isProductLanguage(language));
  const translations = others.sort().map((language) => {
    const found = stored.find((one) => one.language === language) ?? { language, ...NOTHING };
    return { ...found, standing: standingOf(places, found) };
  });
  const content = withTranslations(dutch, translations);
  const missing = emptyFields(content, requiredItems(source.dossier));
  const missingLanguages = spoken.filter((language) => !languagesOf(content).includes(language));
  const complete = missing.length === 0 && missingLanguages.length === 0 && content.purposes.length > 0;
  return { content, proposed, complete, missing, missingLanguages, dossier: source.dossier, places, translations };
};
