import { formatDay, text } from '../../../platform/i18n/index.js';
import { ButtonGroup, ButtonLink, H1, H2, Link, Shell, Summary, Text, usePage } from '../../../platform/ui/index.js';
import { rightsPaths } from '../rights.paths.js';
import { ownDataCatalogue } from '../own-data/own-data.catalogue.js';
import { OWN_DATA_KINDS } from '../own-data/own-data.queries.js';
import { longerWords } from '../own-data/longer.js';
import type { OwnDataView } from '../own-data/own-data.service.js';

const FIELDS = ['staff_number', 'name', 'email', 'unit', 'manager', 'language', 'starts_on', 'ends_on', 'works_at_home', 'device'] as const;
const DAYS: readonly string[] = ['starts_on', 'ends_on'];

/** What Countersign keeps about whoever reads this. */
export const OwnDataPage = ({ person, counts, longer }: OwnDataView) => {
  const { language } = usePage();
  const t = text(ownDataCatalogue, language);
  const shown = (name: (typeof FIELDS)[number]): string | null => {
    const value = person[name];
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (typeof value !== 'string') return null;
    if (name === 'language') return t(value === 'en' ? 'language.en' : 'language.nl');
    return DAYS.includes(name) ? formatDay(value, language) : value;
  };
  const kinds = OWN_DATA_KINDS.filter((kind) => kind !== 'person' && counts[kind] > 0);
  return (
    <Shell title={t('title')}>
      <H1>{t('title')}</H1>
      <Text>{t('intro')}</Text>
      <ButtonGroup>
        <ButtonLink href={rightsPaths.archive}>{t('download')}</ButtonLink>
        <Link href={rightsPaths.startFor('access')}>{t('ask')}</Link>
      </ButtonGroup>
      <Text>{t('downloadText')}</Text>
      <H2>{t('person')}</H2>
      <Summary
        rows={FIELDS.flatMap((name) => {
          const value = shown(name);
          return value === null ? [] : [{ key: t(`field.${name}`), value }];
        })}
      />
      <Text>
        <Link href={rightsPaths.startFor('rectification')}>{t('change')}</Link>
      </Text>
      {longer.length > 0 ? (
        <>
          <H2>{t('longer')}</H2>
          <Text>{t('longer.text')}</Text>
          <Summary
            rows={longer.map((one) => {
              const [key, value] = longerWords(one, language);
              return { key, value };
            })}
          />
        </>
      ) : null}
      <H2>{t('kinds')}</H2>
      <Summary rows={kinds.map((kind) => ({ key: t(`kind.${kind}`), value: t('counted', { n: counts[kind], why: t(`why.${kind}`) }) }))} />
      <Link href={rightsPaths.mine}>{t('rights')}</Link>
    </Shell>
  );
};
