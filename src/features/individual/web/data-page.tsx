import { H1, Lead, Shell, Table, Text } from '../../../platform/ui/index.js';
import { individualPaths } from '../individual.paths.js';
import { useText } from './views-page.js';

export interface DataPageProps {
  readonly backHref: string;
  readonly reference: string;
  readonly name: string;
  readonly toolName: string;
  readonly until: string;
  /** Day, what, together, number of measurements. */
  readonly rows: readonly (readonly string[])[];
}

export const DataPage = ({ backHref, reference, name, toolName, until, rows }: DataPageProps) => {
  const t = useText();
  const title = t('data.title', { name });
  return (
    <Shell
      title={title}
      crumbs={[{ href: individualPaths.list, text: t('title') }, { href: backHref, text: reference }, { text: t('look.button') }]}
    >
      <H1>{title}</H1>
      <Lead>{t('data.lead', { tool: toolName, date: until })}</Lead>
      {rows.length === 0 ? (
        <>
          <Text>{t('data.empty')}</Text>
          <Text>{t('data.emptyText')}</Text>
        </>
      ) : (
        <Table caption={title} captionHidden head={[t('data.day'), t('data.metric'), t('data.total'), t('data.values')]} rows={rows} />
      )}
    </Shell>
  );
};
