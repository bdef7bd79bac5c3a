import type { Language } from '../../kernel/actor.js';
import { canonicalJson, sha256 } from '../../kernel/canonical.js';
import { dayOf } from '../../kernel/clock.js';
import { newId, newReference } from '../../kernel/ids.js';
import type { Tx } from '../../platform/database/index.js';
import { text } from '../../platform/i18n/index.js';
import { queueMails } from '../../platform/mail/index.js';
import { inLanguage, pdfOf, type PdfDocument } from '../../platform/pdf/index.js';
import { councilMembers, holdersOf, type Holder } from '../people/index.js';
import { consultationPaths } from './consultation.paths.js';
import { mailCatalogue } from './mail.catalogue.js';
import { newestRequestOf } from './requests.repository.js';
import { announcedBy, insertAnnouncement, insertMailing, insertMailingRecipients } from './mailing.repository.js';
import { verified } from './papers/case-papers.js';
import { inEnglish, insertSubject, insertTranslation } from './papers/mailed-papers.repository.js';

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
  /** The decision, meeting ... that the paper is of, so that its pages can give the same bytes again. */
  readonly subjectId?: string;
}

const reachable = (member: Holder): boolean => member.mailAddress !== null;

/** The case of the newest request about a tool; without one, the list of requests. */
const pageOf = async (tx: Tx, toolId: string | null): Promise<string> => {
  const requestId = toolId && (await newestRequestOf(tx, toolId));
  return requestId ? consultationPaths.request(requestId) : consultationPaths.council;
};

/** A paper as bytes, with their fingerprint. */
interface Printed {
  readonly title: string;
  readonly hash: string;
  readonly pdf: Buffer;
}
const printed = async (document: PdfDocument): Promise<Printed> => {
  const pdf = await pdfOf(document);
  return { title: document.title, hash: sha256(pdf), pdf };
};

interface Copies {
  readonly mailingId: string;
  readonly reference: string;
  readonly dutch: Printed;
  readonly english: Printed | null;
  readonly page: string;
}
const attached = (name: string, key: string) => ({ filename: `${name}.pdf`, contentType: 'application/pdf', source: COUNCIL_PAPER, key });

/** The Dutch paper goes to all; who reads English gets the translation beside it. */
const mailTo = (tx: Tx, members: readonly Holder[], language: Language, { mailingId, reference, dutch, english, page }: Copies) => {
  const t = text(mailCatalogue, language);
  const chosen = members.filter((member) => member.language === language && reachable(member));
  const translated = language === 'en' ? english : null;
  const lines = [
    t('text', { title: translated?.title ?? dutch.title, reference, hash: dutch.hash }),
    ...(translated ? [t('translated', { hash: translated.hash })] : []),
    t('see'),
  ];
  return queueMails(tx, {
    recipients: {
      sql: 'select reference, address from unnest($1::text[], $2::text[]) as chosen(reference, address)',
      parameters: [chosen.map(({ personId }) => personId), chosen.map(({ mailAddress }) => mailAddress)],
    },
    subject: t('subject', { title: translated?.title ?? dutch.title }),
    text: lines.join('\n\n'),
    page,
    attachments: [attached(reference, mailingId), ...(translated ? [attached(`${reference}-en`, inEnglish(mailingId))] : [])],
    report: { job: MAILED, payload: { mailing: mailingId } },
  });
};

/**
 * Mails an act at once to every member of the works council or staff representation, at the address that member chose, with the paper as PDF
 * and its fingerprint: the copy that the employer does not hold. The bytes are kept, in both languages. Call it before `record`.
 */
export const tellCouncil = async (tx: Tx, now: Date, { toolId, act, document, subjectId }: Told): Promise<void> => {
  const members = [...(await councilMembers(tx)), ...(await holdersOf(tx, ['pvt_contact', 'group_officer']))];
  const all = [...new Map(members.map((member) => [member.personId, member])).values()];
  const paper = verified(document);
  const dutch = await printed(inLanguage(paper, 'nl'));
  const english = paper.translation ? await printed(inLanguage(paper, 'en')) : null;
  const id = newId('m');
  const reference = document.reference ?? newReference();
  await insertMailing(tx, { id, toolId, act, reference, document: dutch.title, documentHash: dutch.hash, pdf: dutch.pdf, at: now });
  if (english) await insertTranslation(tx, id, english);
  if (subjectId) await insertSubject(tx, id, subjectId);
  await insertMailingRecipients(
    tx,
    id,
    all.map(({ personId }) => personId),
    all.filter((member) => !reachable(member)).map(({ personId }) => personId),
    now,
  );
  const page = await pageOf(tx, toolId);
  for (const language of LANGUAGES) await mailTo(tx, all, language, { mailingId: id, reference, dutch, english, page });
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
