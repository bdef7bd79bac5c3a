import { text } from '../../../platform/i18n/index.js';
import type { MailTexts } from '../../people/index.js';
import { reviewsCatalogue } from './reviews.catalogue.js';

const inLanguage = (language: 'nl' | 'en', url: string) => {
  const t = text(reviewsCatalogue, language);
  return { subject: t('mail.subject'), text: t('mail.text', { url }) };
};
export const reviewMail = (url: string): MailTexts => ({ nl: inLanguage('nl', url), en: inLanguage('en', url) });
