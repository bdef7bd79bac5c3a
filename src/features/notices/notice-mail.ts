import type { Language } from '../../kernel/actor.js';
import { text, type Values } from '../../platform/i18n/index.js';
import { queueMailsInLanguages } from '../../platform/mail/index.js';
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

/** Of everyone whom we know: whoever reads it chooses whom. */
export const ADDRESSES = `select p.id as reference, coalesce(a.mail_address, p.email) as address, coalesce(a.language, p.language) as language
  from persons p left join accounts a on a.person_id = p.id`;
/** By the key of `persons`: a list of deliveries that was just written has no statistics yet. */
const RECIPIENTS = `${ADDRESSES} where p.id = any($1) and p.erased_at is null`;

/** Mails these people that a notice waits for them: one statement, whatever their number. Who has no address gets none. */
export const mailReached = async (
  tx: Tx,
  name: 'notice' | 'reminder',
  notice: { readonly toolName: string; readonly url: string },
  persons: readonly string[],
): Promise<void> => {
  if (persons.length === 0) return;
  await queueMailsInLanguages(tx, mailTexts(name, { tool: notice.toolName, url: notice.url }), { sql: RECIPIENTS, parameters: [persons] });
};
