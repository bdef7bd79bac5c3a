import { text } from '../../platform/i18n/index.js';
import type { MailTexts } from '../people/index.js';
import { objectionsCatalogue } from './objections.catalogue.js';

type CaseMail = 'new' | 'due' | 'unhandled' | 'receipt' | 'news';

/** A mail that says that there is something, and where. No tool, no name, no kind. */
export const caseMail = (name: CaseMail, url: string): MailTexts => ({
  nl: {
    subject: text(objectionsCatalogue, 'nl')(`mail.${name}.subject`),
    text: text(objectionsCatalogue, 'nl')(`mail.${name}.text`, { url }),
  },
  en: {
    subject: text(objectionsCatalogue, 'en')(`mail.${name}.subject`),
    text: text(objectionsCatalogue, 'en')(`mail.${name}.text`, { url }),
  },
});
