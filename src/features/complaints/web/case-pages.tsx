import { Banner, ButtonLink, H1, Link, Shell, Summary, Table, Tag, Time } from '../../../platform/ui/index.js';
import type { ComplaintsKey } from '../complaints.catalogue.js';
import { complaintPaths } from '../complaints.paths.js';
import { type ComplaintStateName } from '../domain/complaint-state.js';
import { TAGS, useText } from './texts.js';

export interface Standing {
  readonly reference: string;
  readonly category: string;
  readonly state: ComplaintStateName;
  readonly isOverdue: boolean;
  readonly dueOn: string;
}
export const StateTag = ({ state, isOverdue }: Pick<Standing, 'state' | 'isOverdue'>) => {
  const t = useText();
  return <Tag kind={isOverdue ? 'blocked' : TAGS[state]}>{t(isOverdue ? 'overdue' : `state.${state}`)}</Tag>;
};

export interface CasesPageProps {
  readonly rows: readonly (Standing & { readonly href: string })[];
  readonly keyState: 'none' | 'unproven' | 'locked' | 'open';
}
export const CasesPage = ({ rows, keyState }: CasesPageProps) => {
  const t = useText();
  return (
    <Shell title={t('cases.title')}>
      <H1>{t('cases.title')}</H1>
      <Banner kind={keyState === 'open' ? 'success' : 'warning'}>
        {t(`cases.key.${keyState}`)} <Link href={complaintPaths.key}>{t('cases.toKey')}</Link>
      </Banner>
      <Table
        caption={t('cases.title')}
        captionHidden
        stacks
        head={[t('head.reference'), t('head.category'), t('head.state'), t('head.due')]}
        rows={rows.map((row) => [
          <Link href={row.href}>{row.reference}</Link>,
          t(`category.${row.category}` as ComplaintsKey),
          <StateTag {...row} />,
          <Time on={row.dueOn} />,
        ])}
        empty={t('cases.empty')}
      />
    </Shell>
  );
};

export interface ClosedCasePageProps extends Standing {
  readonly kind: 'locked' | 'unreadable';
}
/** A case of which nothing can be read now. */
export const ClosedCasePage = ({ kind, ...row }: ClosedCasePageProps) => {
  const t = useText();
  const title = t('case.title', { reference: row.reference });
  return (
    <Shell title={title} crumbs={[{ text: t('cases.title'), href: complaintPaths.cases }, { text: row.reference }]}>
      <H1>{title}</H1>
      <Banner kind="warning">{t(kind === 'locked' ? 'cases.key.locked' : 'case.unreadable')}</Banner>
      <Summary
        rows={[
          { key: t('head.category'), value: t(`category.${row.category}` as ComplaintsKey) },
          { key: t('head.state'), value: <StateTag {...row} /> },
          { key: t('head.due'), value: <Time on={row.dueOn} /> },
        ]}
      />
      <ButtonLink href={complaintPaths.key}>{t('cases.toKey')}</ButtonLink>
    </Shell>
  );
};
