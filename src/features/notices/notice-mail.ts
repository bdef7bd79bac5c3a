import { text, type Values } from '../../platform/i18n/index.js';
import { queueMails } from '../../platform/mail/index.js';
import type { Tx } from '../../platform/database/index.js';
import type { MailTexts } from '../people/index.js';
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

const BATCH = {
  sent: `select person_id as reference, address from notice_addresses where notice_id = $1 and sent_at = $2 and language = $3`,
  reminded: `select person_id as reference, address from notice_addresses where notice_id = $1 and reminded_at = $2 and language = $3`,
};

/** Mails everyone whose delivery was made, or who was reminded, at that instant: two statements, whatever their number. */
export const mailBatch = async (tx: Tx, batch: keyof typeof BATCH, noticeId: string, at: Date, texts: MailTexts): Promise<void> => {
  for (const language of ['nl', 'en'] as const)
    await queueMails(tx, { ...texts[language], recipients: { sql: BATCH[batch], parameters: [noticeId, at, language] } });
};
