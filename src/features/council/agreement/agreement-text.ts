import type { Language } from '../../../kernel/actor.js';
import { fingerprint } from '../../../kernel/canonical.js';
import { formatInstant, roleName, text } from '../../../platform/i18n/index.js';
import type { PdfBlock, PdfDocument, PdfPart } from '../../../platform/pdf/index.js';
import { agreementCatalogue } from './agreement.catalogue.js';
import type { AgreedSettings, AgreementBody, Signature } from './domain/agreement.js';

export interface Parties {
  readonly organisation: string;
  readonly body: AgreementBody;
}
export interface Clause {
  readonly heading: string;
  readonly text: string;
}

/** The agreement, clause by clause, printed from the settings. */
export const clausesOf = (settings: AgreedSettings, { body }: Parties, language: Language): readonly Clause[] => {
  const t = text(agreementCatalogue, language);
  const named = { body: t(`body.${body}`) };
  return [
    { heading: t('clause.gate'), text: t('clause.gateText', named) },
    { heading: t('clause.stop'), text: t(`clause.stopText.${body}`) },
    { heading: t('clause.group'), text: t('clause.groupText', { k: settings.smallestGroup }) },
    { heading: t('clause.copies'), text: settings.copiesKeptBy },
    { heading: t('clause.light'), text: t(`clause.lightText.${settings.lightClasses}`, named) },
    { heading: t('clause.change'), text: t('clause.changeText', named) },
  ];
};

/** What both sides record: the settings and every word around them, in both languages. */
export const fingerprintOfAgreement = (settings: AgreedSettings, parties: Parties): string =>
  fingerprint({
    settings: { ...settings },
    nl: clausesOf(settings, parties, 'nl').map((clause) => ({ ...clause })),
    en: clausesOf(settings, parties, 'en').map((clause) => ({ ...clause })),
  });

interface Printed {
  readonly settings: AgreedSettings & { readonly fingerprint: string; readonly reference: string };
  readonly parties: Parties;
  readonly signatures: readonly (Signature & { readonly name: string })[];
  readonly state: 'recorded' | 'proposed' | 'declined';
}

const roleIn = (role: string, language: Language): string => roleName(role as Parameters<typeof roleName>[0], language);

const partOf = ({ settings, parties, signatures, state }: Printed, language: Language): PdfPart => {
  const t = text(agreementCatalogue, language);
  const clauses = clausesOf(settings, parties, language).flatMap(({ heading, text: words }, at): PdfBlock[] => [
    { kind: 'heading', level: 2, text: `${at + 1}. ${heading}` },
    { kind: 'text', text: words },
  ]);
  const signed: PdfBlock =
    signatures.length === 0
      ? { kind: 'text', text: t('signed.none') }
      : {
          kind: 'table',
          caption: t('signed'),
          head: [t('signed.who'), t('signed.role'), t('signed.when')],
          rows: signatures.map(({ name, byRole, at }) => [name, roleIn(byRole, language), formatInstant(at, language)]),
        };
  return {
    language,
    title: t('title'),
    blocks: [
      { kind: 'heading', level: 1, text: t('title') },
      { kind: 'text', text: t('between', { organisation: parties.organisation, body: t(`body.${parties.body}`) }) },
      { kind: 'notice', text: t(`state.${state}`) },
      ...clauses,
      { kind: 'heading', level: 2, text: t('signed') },
      signed,
      { kind: 'text', text: t('paper') },
      { kind: 'list', items: [t('paper.employer'), t('paper.first'), t('paper.second')] },
    ],
  };
};

/** The paper, in the reader's language first. */
export const agreementPaper = (printed: Printed, language: Language): PdfDocument => ({
  ...partOf(printed, language),
  fingerprint: printed.settings.fingerprint,
  reference: printed.settings.reference,
  translation: partOf(printed, language === 'nl' ? 'en' : 'nl'),
});
