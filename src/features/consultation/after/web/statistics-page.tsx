import { H1, Lead, Shell, Table, Text } from '../../../../platform/ui/index.js';
import type { ObjectionCount } from '../consents.repository.js';
import { useAfterCrumbs, useAfterTexts } from './after-texts.js';

/** Counts of objections, small ones hidden: no total, and no quarter that still runs, from which one could be reckoned. */
export const StatisticsPage = ({ counts }: { readonly counts: readonly ObjectionCount[] }) => {
  const t = useAfterTexts();
  const title = t('statistics.title');
  const quarter = (from: string): string =>
    t('statistics.of', { n: Math.floor((Number(from.slice(5, 7)) - 1) / 3) + 1, year: from.slice(0, 4) });
  return (
    <Shell title={title} crumbs={[...useAfterCrumbs(), { text: title }]}>
      <H1>{title}</H1>
      <Lead>{t('statistics.lead')}</Lead>
      <Text>{t('statistics.small')}</Text>
      <Table
        caption={t('statistics.table')}
        captionHidden
        head={[t('statistics.tool'), t('statistics.quarter'), { text: t('statistics.count'), numeric: true }]}
        rows={counts.map((one) => [one.toolName, quarter(one.quarter), one.objections ?? t('statistics.hidden')])}
        empty={t('statistics.none')}
      />
    </Shell>
  );
};
