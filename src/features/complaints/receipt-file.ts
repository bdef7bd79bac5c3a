import type { Language } from '../../kernel/actor.js';
import { formatDay, text } from '../../platform/i18n/index.js';
import type { Receipt } from './follow.service.js';
import { reportCatalogue } from './report.catalogue.js';

/** A receipt as plain text: who has it can show it to anybody. Its last line is what was signed. */
export const receiptFile = (receipt: Receipt, checkAt: string, language: Language): string => {
  const t = text(reportCatalogue, language);
  return [
    t('file.title'),
    '',
    `${t('file.organisation')}: ${receipt.organisation}`,
    `${t('file.day')}: ${formatDay(receipt.lodgedOn, language)}`,
    t('now.reference', { reference: receipt.reference }),
    `${t('proof.content')}: ${receipt.content}`,
    `${t('file.salt')}: ${receipt.salt}`,
    t('proof.contentText'),
    '',
    `${t('file.text')}:`,
    receipt.text,
    '',
    t('file.check', { url: checkAt }),
    receipt.token,
    '',
  ].join('\n');
};
