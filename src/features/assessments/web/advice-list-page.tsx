import { Lead, Link, Shell, H1, Table, Tag, Time } from '../../../platform/ui/index.js';
import type { AdviceListRow } from '../advice.repository.js';
import { advicePaths } from '../assessments.paths.js';
import { useAdviceText } from './frame.js';

export interface AdviceListProps {
  readonly rows: readonly (AdviceListRow & { readonly overdue: boolean })[];
}

export const AdviceListPage = ({ rows }: AdviceListProps) => {
  const t = useAdviceText();
  const stateOf = ({ advice, overdue }: AdviceListProps['rows'][number]) => {
    if (advice) return <Tag kind={advice === 'negative' ? 'blocked' : 'met'}>{t(`advice.${advice}`)}</Tag>;
    return <Tag kind="waiting">{t(overdue ? 'list.overdue' : 'list.waits')}</Tag>;
  };
  return (
    <Shell title={t('list.title')} heading={<H1>{t('list.title')}</H1>}>
      {rows.length > 0 ? <Lead>{t('list.lead')}</Lead> : null}
      <Table
        caption={t('list.title')}
        captionHidden
        head={[t('list.tool'), t('list.asked'), t('list.state')]}
        rows={rows.map((row) => [
          <Link href={advicePaths.give(row.versionId)}>{t('list.version', { tool: row.toolName, number: row.number })}</Link>,
          <Time at={row.askedAt} />,
          stateOf(row),
        ])}
        empty={t('list.empty')}
      />
    </Shell>
  );
};
