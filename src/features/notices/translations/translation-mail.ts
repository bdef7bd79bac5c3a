import { text } from '../../../platform/i18n/index.js';
import type { MailTexts } from '../../people/index.js';
import { translationsCatalogue } from './translations.catalogue.js';

const inLanguage = (language: 'nl' | 'en', url: string) => {
  const t = text(translationsCatalogue, language);
  return { subject: t('mail.subject'), text: t('mail.text', { url }) };
};

/** Asks somebody to read a translation over: a subject without names, and a link. */
export const readerMail = (url: string): MailTexts => ({ nl: inLanguage('nl', url), en: inLanguage('en', url) });
