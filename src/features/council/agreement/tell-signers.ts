import type { Language } from '../../../kernel/actor.js';
import type { Tx } from '../../../platform/database/index.js';
import { text } from '../../../platform/i18n/index.js';
import { queueMails } from '../../../platform/mail/index.js';
import { holdersOf } from '../../people/index.js';
import { agreementCatalogue } from './agreement.catalogue.js';
import { agreementPaths } from './agreement.paths.js';
import type { AgreementBody } from './domain/agreement.js';

const LANGUAGES: readonly Language[] = ['nl', 'en'];
const ADDRESSES = 'select reference, address from unnest($1::text[], $2::text[]) as chosen(reference, address)';

interface News {
  readonly except: string;
  readonly body: AgreementBody;
  readonly baseUrl: string;
  readonly news: 'proposed' | 'signed' | 'recorded' | 'declined';
}

/** Mails whoever signs for a side, but for who just acted. */
export const tellSigners = async (tx: Tx, { except, body, baseUrl, news }: News): Promise<void> => {
  const holders = await holdersOf(tx, [
    'director',
    ...(body === 'or' ? (['or_chair', 'or_secretary'] as const) : (['pvt_contact'] as const)),
  ]);
  const told = holders.filter(({ personId, mailAddress }) => personId !== except && mailAddress !== null);
  for (const language of LANGUAGES) {
    const t = text(agreementCatalogue, language);
    const chosen = told.filter((holder) => holder.language === language);
    await queueMails(tx, {
      recipients: { sql: ADDRESSES, parameters: [chosen.map(({ personId }) => personId), chosen.map(({ mailAddress }) => mailAddress)] },
      subject: t(`mail.${news}`),
      text: t('mail.text', { news: t(`mail.${news}`), link: `${baseUrl}${agreementPaths.agreement}` }),
    });
  }
};
