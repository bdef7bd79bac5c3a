import { text } from '../../../platform/i18n/index.js';
import { H1, Lead, Link, Shell, Table, Tag, Time, usePage } from '../../../platform/ui/index.js';
import { devicesCatalogue } from '../devices.catalogue.js';
import { devicePaths } from '../devices.paths.js';

export interface ListLine {
  readonly id: string;
  readonly name: string;
  readonly devices: number;
  readonly isOn: boolean;
  readonly isLate: boolean;
  readonly fetchedAt: Date | null;
}

const StateOf = ({ tool }: { readonly tool: ListLine }) => {
  const t = text(devicesCatalogue, usePage().language);
  if (tool.isLate) return <Tag kind="blocked">{t('state.late')}</Tag>;
  if (tool.devices === 0) return <Tag kind="waiting">{t('state.none')}</Tag>;
  return tool.isOn ? <Tag kind="met">{t('state.on')}</Tag> : <Tag kind="neutral">{t('state.off')}</Tag>;
};

export const ListPage = ({ tools }: { readonly tools: readonly ListLine[] }) => {
  const t = text(devicesCatalogue, usePage().language);
  return (
    <Shell title={t('title')}>
      <H1>{t('title')}</H1>
      <Lead>{t('lead')}</Lead>
      <Table
        caption={t('title')}
        captionHidden
        stacks
        head={[t('tool'), t('state'), { text: t('count'), numeric: true }, t('fetched')]}
        rows={tools.map((tool) => [
          <Link href={devicePaths.tool(tool.id)}>{tool.name}</Link>,
          <StateOf tool={tool} />,
          String(tool.devices),
          tool.fetchedAt ? <Time at={tool.fetchedAt} /> : t('never'),
        ])}
        empty={t('empty')}
      />
    </Shell>
  );
};
