import type { Tx } from '../../platform/database/index.js';
import { text } from '../../platform/i18n/index.js';
import { registerLongWork } from '../jobs/index.js';
import { deliveryCatalogue } from './delivery.catalogue.js';
import { noticePaths } from './notices.paths.js';
import { queuePieces } from './sending.repository.js';

export const DELIVER_PIECE = 'notices.deliver-piece';
export const DELIVER_TO_JOINERS = 'notices.deliver-to-joiners';
export const REMIND = 'notices.remind';

export const queueWaitingPieces = (tx: Tx, noticeId: string): Promise<void> => queuePieces(tx, noticeId, DELIVER_PIECE);

const wordsIn = (language: 'nl' | 'en') => {
  const t = text(deliveryCatalogue, language);
  return {
    title: t('sending.title'),
    counted: t('sending.counted'),
    safe: t('sending.safe'),
    finished: t('sending.finished'),
    goOn: t('sending.goOn'),
  };
};

registerLongWork({
  kind: DELIVER_PIECE,
  queue: queueWaitingPieces,
  words: { nl: wordsIn('nl'), en: wordsIn('en') },
  hrefOf: noticePaths.published,
});
