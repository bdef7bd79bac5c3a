import type { Day } from '../../../kernel/clock.js';
import { formatDay, text } from '../../../platform/i18n/index.js';
import type { MailTexts } from '../../people/index.js';
import { measurementsMailCatalogue } from '../measurements.mail.catalogue.js';

interface Facts {
  readonly toolName: string;
  readonly url: string;
  readonly askUntil: Day;
  readonly deleteBy: Day;
}

type To = 'concerned' | 'officer' | 'stopper' | 'lifted' | 'liftedPartly';
const inLanguage = (to: To, { toolName, url, askUntil, deleteBy }: Facts, language: 'nl' | 'en') => {
  const t = text(measurementsMailCatalogue, language);
  const words = { tool: toolName, url, ask: formatDay(askUntil, language), delete: formatDay(deleteBy, language) };
  return { subject: t(`${to}.subject`, words), text: t(`${to}.text`, words) };
};

/** To whom it concerns, or to whom must see to it: in both languages. */
export const quarantineMail = (to: To, facts: Facts): MailTexts => ({
  nl: inLanguage(to, facts, 'nl'),
  en: inLanguage(to, facts, 'en'),
});
