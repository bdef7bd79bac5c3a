import { text } from '../../../platform/i18n/index.js';
import { H1, Lead, Link, Shell, Table, Tag, Text, usePage } from '../../../platform/ui/index.js';
import type { MeasuredTool } from '../measured.repository.js';
import { measurementsCatalogue } from '../measurements.catalogue.js';
import { measurementPaths } from '../measurements.paths.js';

/** Looking at one person, and the figures of groups; pages of higher features, for the same readers. */
const INDIVIDUAL = '/individual-views';
const DASHBOARDS = '/dashboards';

const Standing = ({ tool }: { readonly tool: MeasuredTool }) => {
  const t = text(measurementsCatalogue, usePage().language);
  if (!tool.breached && !tool.locked && !tool.held) return <Tag kind="neutral">{t('list.plain')}</Tag>;
  return (
    <>
      {tool.breached ? <Tag kind="blocked">{t('list.breach')}</Tag> : null}{' '}
      {tool.locked ? <Tag kind="blocked">{t('list.locked')}</Tag> : null} {tool.held ? <Tag kind="waiting">{t('list.hold')}</Tag> : null}
    </>
  );
};

export const MeasuredToolsPage = ({ tools }: { readonly tools: readonly MeasuredTool[] }) => {
  const t = text(measurementsCatalogue, usePage().language);
  return (
    <Shell title={t('list.title')}>
      <H1>{t('list.title')}</H1>
      <Lead>{t('list.lead')}</Lead>
      <Table
        caption={t('list.title')}
        captionHidden
        head={[t('list.tool'), t('list.state')]}
        rows={tools.map((tool) => [<Link href={measurementPaths.tool(tool.toolId)}>{tool.toolName}</Link>, <Standing tool={tool} />])}
        empty={t('list.none')}
      />
      <Text>
        <Link href={DASHBOARDS}>{t('list.dashboards')}</Link>
      </Text>
      <Text>
        <Link href={INDIVIDUAL}>{t('list.individual')}</Link>
      </Text>
    </Shell>
  );
};
