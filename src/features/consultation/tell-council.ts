import type { Language } from '../../kernel/actor.js';
import { canonicalJson, sha256 } from '../../kernel/canonical.js';
import { dayOf } from '../../kernel/clock.js';
import { newId, newReference } from '../../kernel/ids.js';
import type { Tx } from '../../platform/database/index.js';
import { text } from '../../platform/i18n/index.js';
import { queueMails } from '../../platform/mail/index.js';
import { pdfOf, type PdfDocument } from '../../platform/pdf/index.js';
import { councilMembers, holdersOf, type Holder } from '../people/index.js';
import { mailCatalogue } from './mail.catalogue.js';
import { announcedBy, insertAnnouncement, insertMailing, insertMailingRecipients } from './mailing.repository.js';

const LANGUAGES: readonly Language[] = ['nl', 'en'];
export const COUNCIL_PAPER = 'consultation.paper';
export const MAILED = 'consultation.note-mailed';
export const ANNOUNCED = 'consultation.note-announced';

/** One act of a case, as the paper that every member gets. */
export interface Told {
  /** Null: it concerns the body itself. */
  readonly toolId: string | null;
  /** The act as the evidence log names it. */
  readonly act: string;
  readonly document: PdfDocument;
}

const reachable = (member: Holder): boolean => member.mailAddress !== null;

const titleIn = (document: PdfDocument, language: Language): string =>
  document.translation?.language === language ? document.translation.title : document.title;

const mailTo = (
  tx: Tx,
  mailingId: string,
  members: readonly Holder[],
  language: Language,
  mail: { title: string; reference: string; hash: string },
) => {
  const t = text(mailCatalogue, language);
  const chosen = members.filter((member) => member.language === language && reachable(member));
  return queueMails(tx, {
    recipients: {
      sql: 'select reference, address from unnest($1::text[], $2::text[]) as chosen(reference, address)',
      parameters: [chosen.map(({ personId }) => personId), chosen.map(({ mailAddress }) => mailAddress)],
    },
    subject: t('subject', { title: mail.title }),
    text: t('text', { title: mail.title, reference: mail.reference, hash: mail.hash }),
    attachments: [{ filename: `${mail.reference}.pdf`, contentType: 'application/pdf', source: COUNCIL_PAPER, key: mailingId }],
    report: { job: MAILED, payload: { mailing: mailingId } },
  });
};

/**
 * Mails an act at once to every member of the works council or staff representation, at the address that member chose, with the paper as PDF
 * and its fingerprint: the copy that the employer does not hold. Call it before `record`.
 */
export const tellCouncil = async (tx: Tx, now: Date, { toolId, act, document }: Told): Promise<void> => {
  const members = [...(await councilMembers(tx)), ...(await holdersOf(tx, ['pvt_contact']))];
  const persons = new Map(members.map((member) => [member.personId, member]));
  const pdf = await pdfOf(document);
  const id = newId('m');
  const reference = document.reference ?? newReference();
  const hash = sha256(pdf);
  await insertMailing(tx, { id, toolId, act, reference, document: document.title, documentHash: hash, pdf, at: now });
  const all = [...persons.values()];
  await insertMailingRecipients(
    tx,
    id,
    all.map(({ personId }) => personId),
    all.filter((member) => !reachable(member)).map(({ personId }) => personId),
    now,
  );
  for (const language of LANGUAGES) await mailTo(tx, id, all, language, { title: titleIn(document, language), reference, hash });
};

export interface Announced {
  readonly toolId: string;
  readonly versionId: string;
  readonly fingerprint: string;
  readonly act: string;
  readonly reference: string;
  readonly content: Readonly<Record<Language, { readonly title: string; readonly lines: readonly string[] }>>;
}

/** Where no body has members: tells everyone in scope, by mail and on their own page, in a number of statements that does not grow with them. */
export const tellStaff = async (tx: Tx, now: Date, told: Announced): Promise<void> => {
  const id = newId('m');
  await insertAnnouncement(tx, { ...told, id, contentHash: sha256(canonicalJson(told.content)), at: now }, dayOf(now));
  for (const language of LANGUAGES) {
    const t = text(mailCatalogue, language);
    const { title, lines } = told.content[language];
    await queueMails(tx, {
      recipients: announcedBy(id, language),
      subject: t('subject', { title }),
      text: t('staffText', { title, lines: lines.join('\n'), reference: told.reference }),
      report: { job: ANNOUNCED, payload: { announcement: id } },
    });
  }
};
