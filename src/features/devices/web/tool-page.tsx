import { text } from '../../../platform/i18n/index.js';
import {
  Banner,
  Button,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  H1,
  H2,
  Lead,
  Link,
  Pagination,
  Radios,
  Shell,
  Summary,
  Table,
  Text,
  Time,
  usePage,
  Warning,
} from '../../../platform/ui/index.js';
import { incidentPaths } from '../../agents/index.js';
import { devicesCatalogue } from '../devices.catalogue.js';
import { devicePaths } from '../devices.paths.js';
import { FILE_ACTS } from '../domain/device-lines.js';

interface Listed {
  readonly id: string;
  readonly name: string;
  readonly fetchedAt: Date | null;
  readonly fetchedUntil: Date | null;
  readonly isLate: boolean;
}

export interface ToolPageProps {
  readonly tool: Listed;
  readonly devices: readonly { readonly device: string; readonly addedAt: Date }[];
  readonly page: number;
  readonly pages: number;
  readonly typed?: string | null;
  readonly errors?: readonly FieldError[];
}

const useText = () => text(devicesCatalogue, usePage().language);

const Fetched = ({ tool }: Pick<ToolPageProps, 'tool'>) => {
  const t = useText();
  return (
    <>
      {tool.isLate ? (
        <Banner kind="error" heading={t('late.title')}>
          <p>{t('late.text')}</p>
          <p>
            <Link href={incidentPaths.list}>{t('late.link')}</Link>
          </p>
        </Banner>
      ) : null}
      <Summary
        rows={[
          { key: t('fetched'), value: tool.fetchedAt ? <Time at={tool.fetchedAt} /> : t('never') },
          { key: t('until'), value: tool.fetchedUntil ? <Time at={tool.fetchedUntil} /> : '–' },
          { key: t('next'), value: t('next.text') },
        ]}
      />
    </>
  );
};

const Script = ({ tool }: Pick<ToolPageProps, 'tool'>) => {
  const t = useText();
  return (
    <>
      <H2>{t('script.title')}</H2>
      <Text>{t('script.text')}</Text>
      <Warning>{t('script.warning')}</Warning>
      <Text>{t('script.key')}</Text>
      <Text>
        <Link href={devicePaths.script(tool.id)}>{t('script.link')}</Link>
      </Text>
    </>
  );
};

const FileForm = ({ tool, typed, errors }: ToolPageProps) => {
  const t = useText();
  return (
    <>
      <H2>{t('file.title')}</H2>
      <Text>{t('file.text')}</Text>
      <Form action={devicePaths.tool(tool.id)} multipart>
        <Radios
          name="does"
          label={t('file.does')}
          value={typed}
          items={FILE_ACTS.map((act) => ({ value: act, text: t(`does.${act}`) }))}
          error={errorOf(errors, 'does')}
        />
        <Field name="file" type="file" label={t('file.file')} accept=".csv" error={errorOf(errors, 'file')} />
        <Button>{t('file.button')}</Button>
      </Form>
    </>
  );
};

export const ToolPage = (props: ToolPageProps) => {
  const t = useText();
  const { tool, devices, page, pages, errors } = props;
  return (
    <Shell title={tool.name} error={Boolean(errors)} crumbs={[{ href: devicePaths.list, text: t('title') }, { text: tool.name }]}>
      <ErrorSummary errors={errors} />
      <H1>{tool.name}</H1>
      <Lead>{t('tool.lead')}</Lead>
      <Fetched tool={tool} />
      <Text>{t('tool.why')}</Text>
      <H2>{t('devices.title')}</H2>
      <Table
        caption={t('devices.title')}
        captionHidden
        head={[t('device'), t('since')]}
        rows={devices.map(({ device, addedAt }) => [device, <Time at={addedAt} />])}
        empty={t('devices.empty')}
      />
      <Pagination page={page} pages={pages} href={(other) => `${devicePaths.tool(tool.id)}?page=${other}`} />
      {devices.length > 0 ? (
        <Text>
          <Link href={devicePaths.table(tool.id)}>{t('table.link')}</Link>
        </Text>
      ) : null}
      <FileForm {...props} />
      <Script tool={tool} />
    </Shell>
  );
};
