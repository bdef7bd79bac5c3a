import { text } from '../../../platform/i18n/index.js';
import { H1, Lead, Shell, Text, usePage } from '../../../platform/ui/index.js';
import { homeCatalogue } from '../home.catalogue.js';

/** Before there is an organisation. The link itself stands only where the program was started. */
export const FirstPage = () => {
  const t = text(homeCatalogue, usePage().language);
  return (
    <Shell title={t('first.title')}>
      <H1>{t('first.title')}</H1>
      <Lead>{t('first.text')}</Lead>
      <Text>{t('first.again')}</Text>
    </Shell>
  );
};
