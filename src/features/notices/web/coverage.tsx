import { text } from '../../../platform/i18n/index.js';
import { Banner, Bars, formatNumber, Link, Small, Text, usePage } from '../../../platform/ui/index.js';
import { type Coverage, STEP } from '../domain/read-coverage.js';
import { deliveryCatalogue } from '../delivery.catalogue.js';
import { noticesCatalogue } from '../notices.catalogue.js';

const useText = () => text(noticesCatalogue, usePage().language);
const useOwnText = () => text(deliveryCatalogue, usePage().language);

/** How many people have the notice and can have no proof yet; never who. */
export interface Going {
  readonly done: number;
  readonly total: number;
  /** For who sent it: the page on which the sending can be followed. */
  readonly href: string | null;
}
export const OnItsWay = ({ going }: { readonly going: Going | null }) => {
  const t = useOwnText();
  const { language } = usePage();
  if (!going) return null;
  return (
    <Banner kind="info">
      {t('sending.still', { done: formatNumber(going.done, language), total: formatNumber(going.total, language) })}{' '}
      {going.href ? <Link href={going.href}>{t('sending.follow')}</Link> : null}
    </Banner>
  );
};

/** Who was told, in groups and in steps: not even a whole unit that has not read can be read off. */
export const ReadStatus = ({ coverage }: { readonly coverage: Coverage | null }) => {
  const t = useText();
  const own = useOwnText();
  const { language } = usePage();
  if (!coverage) return <Banner kind="info">{t('coverage.off')}</Banner>;
  const { total } = coverage;
  const totalOf = total && { told: formatNumber(total.told ?? 0, language), of: formatNumber(total.of, language), step: STEP };
  return (
    <>
      <Bars
        caption={t('coverage.caption')}
        smallest={coverage.smallest}
        rows={coverage.units.map(({ unit, told, of }) => ({ label: unit, value: told, of, step: STEP }))}
      />
      <Text>{totalOf ? own(total.told === 0 ? 'coverage.totalFewer' : 'coverage.totalAtLeast', totalOf) : t('coverage.noTotal')}</Text>
      <Small>
        {own('coverage.steps', { step: STEP })} {t('coverage.names')}
      </Small>
    </>
  );
};
