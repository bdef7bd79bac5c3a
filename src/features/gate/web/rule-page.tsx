import { text } from '../../../platform/i18n/index.js';
import { H1, Lead, Link, Shell, Summary, usePage } from '../../../platform/ui/index.js';
import { gateCatalogue } from '../gate.catalogue.js';
import { gatePaths } from '../gate.paths.js';

export interface RuleView {
  readonly id: string;
  readonly statement: string;
  readonly source: string;
  readonly status: string;
  readonly nature: string;
  readonly severity: 'blocks' | 'warns' | 'absolute';
  readonly remedy: string;
}

/** One rule for whoever wants to know where it comes from and how far that was checked. */
export const RulePage = ({ rule }: { readonly rule: RuleView }) => {
  const t = text(gateCatalogue, usePage().language);
  const title = t('rule.title', { id: rule.id });
  return (
    <Shell title={title} crumbs={[{ href: gatePaths.list, text: t('list.title') }, { text: rule.id }]}>
      <H1>{title}</H1>
      <Lead>{rule.statement}</Lead>
      <Summary
        rows={[
          { key: t('rule.source'), value: rule.source },
          { key: t('rule.nature'), value: rule.nature },
          { key: t('rule.status'), value: rule.status },
          { key: t('rule.severity'), value: t(`rule.${rule.severity}`) },
          { key: t('rule.remedy'), value: rule.remedy },
        ]}
      />
      <Link href={gatePaths.list}>{t('list.title')}</Link>
    </Shell>
  );
};
