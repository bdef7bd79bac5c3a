import { text } from '../../../platform/i18n/index.js';
import { Banner, H2, Text, usePage } from '../../../platform/ui/index.js';
import type { WithoutCover } from '../../../policy/index.js';
import { absenceCatalogue } from '../absence.catalogue.js';

/** Whether being left out can be noticed: said before an objection is sent. `without`: why nobody else is left out by lot; null where some are. */
export const Absence = ({ without }: { readonly without: WithoutCover | null }) => {
  const t = text(absenceCatalogue, usePage().language);
  return (
    <section>
      <H2>{t('cover.title')}</H2>
      {without === null ? (
        <>
          <Text>{t('cover.drawn')}</Text>
          <Text>{t('cover.drawnLong')}</Text>
        </>
      ) : (
        <Banner kind="warning" heading={t('cover.none')}>
          <Text>{t(`cover.${without}`)}</Text>
          <Text>{t('cover.advice')}</Text>
        </Banner>
      )}
    </section>
  );
};
