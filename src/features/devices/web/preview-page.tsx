import { text } from '../../../platform/i18n/index.js';
import { Banner, Button, Form, H1, Lead, Link, Shell, Table, Text, usePage } from '../../../platform/ui/index.js';
import { devicesCatalogue } from '../devices.catalogue.js';
import { devicePaths } from '../devices.paths.js';
import type { FileAct, LineFault } from '../domain/device-lines.js';

const MOST_SHOWN = 200;

export interface PreviewPageProps {
  readonly tool: { readonly id: string; readonly name: string };
  readonly fileId: string;
  readonly does: FileAct;
  readonly n: number;
  readonly faults: readonly LineFault[];
}

const Faults = ({ faults, tool }: PreviewPageProps) => {
  const t = text(devicesCatalogue, usePage().language);
  return (
    <>
      <Banner kind="error">{t('preview.bad', { n: faults.length })}</Banner>
      <Table
        caption={t('preview.fault')}
        captionHidden
        head={[t('preview.line'), t('preview.column'), t('preview.fault')]}
        rows={faults.slice(0, MOST_SHOWN).map(({ line, column, code }) => [String(line), column, t(`fault.${code}`)])}
      />
      {faults.length > MOST_SHOWN ? <Text>{t('preview.more', { n: MOST_SHOWN })}</Text> : null}
      <Text>
        <Link href={devicePaths.tool(tool.id)}>{t('preview.again')}</Link>
      </Text>
    </>
  );
};

/** What a file would do; with mistakes each one by its line, without them the button that applies it. */
export const PreviewPage = (props: PreviewPageProps) => {
  const t = text(devicesCatalogue, usePage().language);
  const { tool, fileId, does, n, faults } = props;
  return (
    <Shell
      title={t('preview.title')}
      error={faults.length > 0}
      crumbs={[
        { href: devicePaths.list, text: t('title') },
        { href: devicePaths.tool(tool.id), text: tool.name },
        { text: t('preview.title') },
      ]}
    >
      <H1>{t('preview.title')}</H1>
      {faults.length > 0 ? (
        <Faults {...props} />
      ) : (
        <>
          <Lead>{t(`preview.${does}`, { n })}</Lead>
          {does === 'add' ? <Text>{t('preview.note')}</Text> : null}
          <Form action={devicePaths.file(tool.id, fileId)}>
            <Button>{t('preview.button')}</Button>
          </Form>
        </>
      )}
    </Shell>
  );
};
