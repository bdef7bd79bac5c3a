import { glossaryCatalogue, GLOSSARY_TERMS, text } from '../../../platform/i18n/index.js';
import { H1, Lead, Link, List, Shell, Summary, Text, usePage } from '../../../platform/ui/index.js';
import { homeCatalogue } from '../home.catalogue.js';

const useText = () => text(homeCatalogue, usePage().language);

export const GlossaryPage = () => {
  const t = useText();
  const { language } = usePage();
  const g = text(glossaryCatalogue, language);
  const terms = GLOSSARY_TERMS.map((term) => ({ key: g(`${term}.name`), value: g(`${term}.meaning`) })).sort((a, b) =>
    a.key.localeCompare(b.key, language),
  );
  return (
    <Shell title={t('glossary.title')}>
      <H1>{t('glossary.title')}</H1>
      <Lead>{t('glossary.lead')}</Lead>
      <Summary rows={terms} />
    </Shell>
  );
};

export const PrivacyPage = ({ rightsHref }: { readonly rightsHref: string | null }) => {
  const t = useText();
  return (
    <Shell title={t('privacy.title')}>
      <H1>{t('privacy.title')}</H1>
      <Lead>{t('privacy.own')}</Lead>
      <List items={t('privacy.items').split('\n')} />
      <Text>{t('privacy.log')}</Text>
      <Text>{t('privacy.dossier')}</Text>
      {rightsHref ? (
        <Text>
          <Link href={rightsHref}>{t('privacy.rights')}</Link>
        </Text>
      ) : null}
    </Shell>
  );
};

export const AccessibilityPage = () => {
  const t = useText();
  return (
    <Shell title={t('accessibility.title')}>
      <H1>{t('accessibility.title')}</H1>
      <Lead>{t('accessibility.aim')}</Lead>
      <List items={t('accessibility.how').split('\n')} />
      <Text>{t('accessibility.tested')}</Text>
      <Text>{t('accessibility.contact')}</Text>
    </Shell>
  );
};

export const SourcePage = () => {
  const t = useText();
  return (
    <Shell title={t('source.title')}>
      <H1>{t('source.title')}</H1>
      <Lead>{t('source.text')}</Lead>
      <Text>{t('source.font')}</Text>
    </Shell>
  );
};
