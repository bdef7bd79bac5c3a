import { text } from '../../platform/i18n/index.js';
import type { MailTexts } from '../people/index.js';
import { complaintsCatalogue } from './complaints.catalogue.js';

type CaseMail = 'new' | 'unhandled' | 'news' | 'due';

/** A mail that says that there is something, and where. No tool, no name, no kind. */
export const caseMail = (name: CaseMail, url: string): MailTexts => ({
  nl: {
    subject: text(complaintsCatalogue, 'nl')(`mail.${name}.subject`),
    text: text(complaintsCatalogue, 'nl')(`mail.${name}.text`, { url }),
  },
  en: {
    subject: text(complaintsCatalogue, 'en')(`mail.${name}.subject`),
    text: text(complaintsCatalogue, 'en')(`mail.${name}.text`, { url }),
  },
});
