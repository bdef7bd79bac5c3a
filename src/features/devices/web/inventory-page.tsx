import { newId } from '../../../kernel/ids.js';
import { text } from '../../../platform/i18n/index.js';
import {
  Button,
  ErrorSummary,
  Form,
  H1,
  H2,
  Lead,
  Link,
  Shell,
  Small,
  Summary,
  Table,
  Tag,
  type TagKind,
  Text,
  Time,
  usePage,
} from '../../../platform/ui/index.js';
import { gatePaths, type ToolState } from '../../gate/index.js';
import { devicePaths } from '../devices.paths.js';
import { inventoryCatalogue } from '../inventory/inventory.catalogue.js';
import { KNOWN_PRODUCTS, type KnownProduct } from '../known-products.catalogue.js';
import { ReadIn, type ReadInProps } from './inventory-form.js';

interface SeenTool {
  readonly toolId: string;
  readonly name: string;
  readonly state: ToolState;
}
interface Read {
  readonly id: string;
  readonly devices: number;
  readonly found: number;
  readonly uploadedAt: Date;
}
export interface InventoryPageProps extends ReadInProps {
  readonly inventory: Read | null;
  readonly products: readonly { readonly product: KnownProduct; readonly devices: number; readonly tools: readonly SeenTool[] }[];
  readonly tools: readonly { readonly tool: SeenTool; readonly devices: number }[];
  readonly earlier: readonly Read[];
  readonly mayReadIn: boolean;
  readonly mayReport: boolean;
}

const TAGS: Readonly<Record<ToolState, TagKind>> = {
  draft: 'waiting',
  closed: 'waiting',
  open: 'neutral',
  active: 'met',
  suspended: 'blocked',
  stopped: 'blocked',
  never: 'blocked',
  unconsented: 'blocked',
};
const useText = () => text(inventoryCatalogue, usePage().language);

const StateOf = ({ tool }: { readonly tool: SeenTool }) => <Tag kind={TAGS[tool.state]}>{useText()(`state.${tool.state}`)}</Tag>;
const NameOf = ({ tool }: { readonly tool: SeenTool }) => <Link href={gatePaths.dossier(tool.toolId)}>{tool.name}</Link>;

const Dossier = ({ found, mayReport }: { readonly found: InventoryPageProps['products'][number]; readonly mayReport: boolean }) => {
  const t = useText();
  if (found.tools.length > 0)
    return found.tools.map((tool) => (
      <span key={tool.toolId}>
        <StateOf tool={tool} /> <NameOf tool={tool} />{' '}
      </span>
    ));
  return (
    <>
      <Tag kind="blocked">{t('no.dossier')}</Tag>
      {mayReport ? (
        <Form action={devicePaths.report(found.product.code)} idempotencyKey={newId('i')}>
          <Button kind="secondary">{t('report.button')}</Button>
        </Form>
      ) : (
        <Small>{t('no.next')}</Small>
      )}
    </>
  );
};

const Found = ({ products, mayReport }: Pick<InventoryPageProps, 'products' | 'mayReport'>) => {
  const t = useText();
  return (
    <>
      <H2>{t('found.title')}</H2>
      <Table
        caption={t('found.title')}
        captionHidden
        stacks
        head={[t('product'), t('kind'), { text: t('devices'), numeric: true }, t('dossier')]}
        rows={products.map((found) => [
          <>
            {found.product.name} <Small>{found.product.publisher}</Small>
          </>,
          t(`kind.${found.product.kind}`),
          t('count', { n: found.devices }),
          <Dossier found={found} mayReport={mayReport} />,
        ])}
        empty={t('found.none', { n: KNOWN_PRODUCTS.length })}
      />
      <Small>{t('found.limit', { n: KNOWN_PRODUCTS.length })}</Small>
    </>
  );
};

const Tools = ({ tools }: Pick<InventoryPageProps, 'tools'>) => {
  const t = useText();
  if (tools.length === 0) return null;
  return (
    <>
      <H2>{t('tools.title')}</H2>
      <Text>{t('tools.lead')}</Text>
      <Table
        caption={t('tools.title')}
        captionHidden
        stacks
        head={[t('product'), { text: t('devices'), numeric: true }, t('dossier')]}
        rows={tools.map(({ tool, devices }) => [<NameOf tool={tool} />, t('count', { n: devices }), <StateOf tool={tool} />])}
      />
    </>
  );
};

const Earlier = ({ earlier }: Pick<InventoryPageProps, 'earlier'>) => {
  const t = useText();
  if (earlier.length === 0) return null;
  return (
    <>
      <H2>{t('earlier.title')}</H2>
      <Table
        caption={t('earlier.title')}
        captionHidden
        head={[t('read.on'), { text: t('read.devices'), numeric: true }, { text: t('read.found'), numeric: true }]}
        rows={earlier.map((one) => [<Time at={one.uploadedAt} />, String(one.devices), String(one.found)])}
      />
    </>
  );
};

export const InventoryPage = (props: InventoryPageProps) => {
  const t = useText();
  const { inventory, errors, mayReadIn } = props;
  return (
    <Shell title={t('title')} error={Boolean(errors)}>
      <ErrorSummary errors={errors} />
      <H1>{t('title')}</H1>
      <Lead>{t('lead')}</Lead>
      {inventory ? (
        <>
          <H2>{t('read.title')}</H2>
          <Summary
            rows={[
              { key: t('read.on'), value: <Time at={inventory.uploadedAt} /> },
              { key: t('read.devices'), value: String(inventory.devices) },
            ]}
          />
          <Found {...props} />
          <Tools {...props} />
        </>
      ) : (
        <Text>{t('none')}</Text>
      )}
      {mayReadIn ? <ReadIn {...props} /> : null}
      <Earlier {...props} />
    </Shell>
  );
};
