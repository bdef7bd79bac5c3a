import { H1, Inset, Link, List, Shell, Text } from '../../../platform/ui/index.js';
import type { Represented } from '../mandates/mandates.repository.js';
import { rightsPaths } from '../rights.paths.js';
import { useMandateTexts } from './mandates-pages.js';

/** For whom an adviser may act. */
export const RepresentedPage = ({ people }: { readonly people: readonly Represented[] }) => {
  const t = useMandateTexts();
  return (
    <Shell title={t('mine.title')}>
      <H1>{t('mine.title')}</H1>
      <Text>{t('mine.intro')}</Text>
      {people.length > 0 ? (
        <List
          items={people.map((one) => (
            <Link href={rightsPaths.represented(one.id)}>{one.name}</Link>
          ))}
        />
      ) : (
        <Inset>{t('mine.none')}</Inset>
      )}
    </Shell>
  );
};
