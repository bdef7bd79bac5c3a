import type { Language } from '../../kernel/actor.js';
import { text, type Values } from '../../platform/i18n/index.js';
import { queueMails } from '../../platform/mail/index.js';
import type { Tx } from '../../platform/database/index.js';
import type { MailTexts } from '../people/index.js';
import { deliveryCatalogue } from './delivery.catalogue.js';
import { noticesCatalogue, type NoticesKey } from './notices.catalogue.js';

type MailName = NoticesKey extends infer Key ? (Key extends `mail.${infer Name}.subject` ? Name : never) : never;

/** A mail in both languages: a subject without personal data, and a link. */
export const mailTexts = (name: MailName, values: Values): MailTexts => ({
  nl: {
    subject: text(noticesCatalogue, 'nl')(`mail.${name}.subject`, values),
    text: text(noticesCatalogue, 'nl')(`mail.${name}.text`, values),
  },
  en: {
    subject: text(noticesCatalogue, 'en')(`mail.${name}.subject`, values),
    text: text(noticesCatalogue, 'en')(`mail.${name}.text`, values),
  },
});

/** To who got a notice on paper, and is asked to say so. */
export const paperMail = (tool: string, url: string): MailTexts => ({ nl: paperMailIn('nl', tool, url), en: paperMailIn('en', tool, url) });
const paperMailIn = (language: Language, tool: string, url: string) => {
  const t = text(deliveryCatalogue, language);
  return { subject: t('mail.paper.subject'), text: t('mail.paper.text', { tool, url }) };
};

const RECIPIENTS = `select distinct on (person_id) person_id as reference, address from notice_addresses
  where notice_id = $1 and person_id = any($2) and language = $3`;

/** Mails these people that a notice waits for them: two statements, whatever their number. Who has no address gets none. */
export const mailReached = async (
  tx: Tx,
  name: 'notice' | 'reminder',
  notice: { readonly id: string; readonly toolName: string; readonly url: string },
  persons: readonly string[],
): Promise<void> => {
  if (persons.length === 0) return;
  const texts = mailTexts(name, { tool: notice.toolName, url: notice.url });
  for (const language of ['nl', 'en'] as const)
    await queueMails(tx, { ...texts[language], recipients: { sql: RECIPIENTS, parameters: [notice.id, persons, language] } });
};
