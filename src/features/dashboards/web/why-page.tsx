import { text } from '../../../platform/i18n/index.js';
import { H1, H2, Inset, Shell, Text, usePage } from '../../../platform/ui/index.js';
import { dashboardsCatalogue } from '../dashboards.catalogue.js';
import { dashboardPaths } from '../dashboards.paths.js';

const SECTIONS = ['groups', 'small', 'second', 'rounded', 'shrunk', 'fixed', 'looked', 'never'] as const;

/** The rule of suppression, in plain words. `smallest`: the smallest group that is shown. */
export const WhyPage = ({ smallest }: { readonly smallest: number }) => {
  const t = text(dashboardsCatalogue, usePage().language);
  return (
    <Shell title={t('why.title')} crumbs={[{ href: dashboardPaths.list, text: t('title') }, { text: t('why.title') }]}>
      <H1>{t('why.title')}</H1>
      {SECTIONS.map((section) => (
        <section key={section}>
          <H2>{t(`why.${section}`)}</H2>
          <Text>{t(`why.${section}Text`, { k: smallest })}</Text>
        </section>
      ))}
      <Inset>{t('why.honest')}</Inset>
    </Shell>
  );
};
