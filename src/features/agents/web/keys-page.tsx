import { text } from '../../../platform/i18n/index.js';
import { Code, H1, Inset, Lead, Link, Shell, Summary, Text, Time, usePage } from '../../../platform/ui/index.js';
import { agentsCatalogue } from '../agents.catalogue.js';

export const KeysPage = ({ kid, since, address }: { readonly kid: string; readonly since: Date; readonly address: string }) => {
  const t = text(agentsCatalogue, usePage().language);
  return (
    <Shell title={t('keys.title')}>
      <H1>{t('keys.title')}</H1>
      <Lead>{t('keys.lead')}</Lead>
      <Summary
        rows={[
          { key: t('keys.id'), value: <Code value={kid} plain copy /> },
          { key: t('keys.since'), value: <Time at={since} /> },
          { key: t('keys.public'), value: <Link href={address}>{address}</Link> },
        ]}
      />
      <Text>{t('keys.note')}</Text>
      <Inset>{t('keys.honest')}</Inset>
    </Shell>
  );
};
