import { text } from '../../../platform/i18n/index.js';
import {
  Banner,
  Button,
  Code,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  H1,
  Lead,
  Link,
  Panel,
  Select,
  Shell,
  Summary,
  Text,
  Time,
  usePage,
} from '../../../platform/ui/index.js';
import { agentsCatalogue } from '../agents.catalogue.js';
import { agentPaths } from '../agents.paths.js';

export interface EnrolPageProps {
  readonly tools: readonly { readonly id: string; readonly name: string }[];
  readonly ordersPath: string;
  readonly errors?: readonly FieldError[];
  readonly typed?: { readonly tool?: string; readonly device?: string };
}

export const EnrolPage = ({ tools, ordersPath, errors, typed }: EnrolPageProps) => {
  const t = text(agentsCatalogue, usePage().language);
  const crumbs = [{ href: agentPaths.list, text: t('list.title') }, { text: t('enrol.title') }];
  return (
    <Shell title={t('enrol.title')} error={Boolean(errors)} crumbs={crumbs}>
      <ErrorSummary errors={errors} />
      <H1>{t('enrol.title')}</H1>
      {tools.length === 0 ? (
        <>
          <Text>{t('enrol.none')}</Text>
          <Text>
            <Link href={ordersPath}>{t('enrol.orders')}</Link>
          </Text>
        </>
      ) : (
        <>
          <Lead>{t('enrol.lead')}</Lead>
          <Form action={agentPaths.enrol}>
            <Select
              name="tool"
              label={t('enrol.tool')}
              items={tools.map(({ id, name }) => ({ value: id, text: name }))}
              value={typed?.tool}
              error={errorOf(errors, 'tool')}
            />
            <Field
              name="device"
              label={t('enrol.device')}
              hint={t('enrol.deviceHint')}
              value={typed?.device}
              width={20}
              error={errorOf(errors, 'device')}
            />
            <Button>{t('enrol.button')}</Button>
          </Form>
        </>
      )}
    </Shell>
  );
};

export interface CodePageProps {
  readonly code: string;
  readonly device: string;
  readonly toolName: string;
  readonly toolId: string;
  /** The address of this server, as agents use it. */
  readonly origin: string;
  readonly expiresAt: Date;
}

export const CodePage = ({ code, device, toolName, toolId, origin, expiresAt }: CodePageProps) => {
  const t = text(agentsCatalogue, usePage().language);
  // The clock of the demo can be moved, that of the device cannot.
  const clock = usePage().demo ? ' --clock server' : '';
  const title = t('code.title', { device });
  return (
    <Shell title={title} crumbs={[{ href: agentPaths.list, text: t('list.title') }, { text: t('enrol.title') }]}>
      <Panel title={title}>
        <Code value={code} large copy />
      </Panel>
      <Banner kind="warning">
        <Text>{t('code.once')}</Text>
      </Banner>
      <Summary
        rows={[
          { key: t('code.tool'), value: toolName },
          { key: t('code.until'), value: <Time at={expiresAt} /> },
        ]}
      />
      <Text>{t('code.next', { device })}</Text>
      <Text>{t('code.guard')}</Text>
      <Code value={`countersign guard --server ${origin} --tool ${toolId} --person … --settings … --code ${code}${clock} -- …`} plain />
      <Text>
        <Link href={agentPaths.list}>{t('list.title')}</Link>
      </Text>
    </Shell>
  );
};
