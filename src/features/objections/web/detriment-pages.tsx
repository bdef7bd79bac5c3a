import { text } from '../../../platform/i18n/index.js';
import {
  Button,
  ButtonLink,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  H1,
  H2,
  Inset,
  Link,
  Panel,
  Radios,
  Shell,
  Summary,
  Table,
  Tag,
  Text,
  Time,
  usePage,
  Warning,
} from '../../../platform/ui/index.js';
import { detrimentCatalogue } from '../detriment/detriment.catalogue.js';
import type { Harm } from '../domain/detriment.js';
import { objectionPaths } from '../objections.paths.js';

const useText = () => text(detrimentCatalogue, usePage().language);

interface DetrimentListProps {
  readonly own: boolean;
  readonly rows: readonly { readonly href: string; readonly reference: string; readonly what: Harm; readonly isClosed: boolean }[];
  readonly newHref: string | null;
}
export const DetrimentListPage = ({ own, rows, newHref }: DetrimentListProps) => {
  const t = useText();
  const title = t(own ? 'list.title' : 'reports.title');
  return (
    <Shell title={title}>
      <H1>{title}</H1>
      {own ? <Text>{t('lead')}</Text> : null}
      <Table
        caption={title}
        captionHidden
        stacks
        head={[t('list.reference'), t('list.what'), t('list.state')]}
        rows={rows.map((row) => [
          <Link href={row.href}>{row.reference}</Link>,
          t(`what.${row.what}`),
          <Tag kind={row.isClosed ? 'met' : 'waiting'}>{t(row.isClosed ? 'state.closed' : 'state.open')}</Tag>,
        ])}
        empty={t(own ? 'list.empty' : 'reports.empty')}
      />
      {newHref ? <ButtonLink href={newHref}>{t(own ? 'list.new' : 'reports.behalf')}</ButtonLink> : null}
    </Shell>
  );
};

interface ReportPageProps {
  readonly own: boolean;
  readonly report: {
    readonly id: string;
    readonly reference: string;
    readonly receipt: string;
    readonly what: Harm;
    readonly toolName: string | null;
    readonly happenedOn: string;
    readonly lodgedAt: Date;
    readonly story: string;
  };
  readonly acts: readonly {
    readonly kind: 'seen' | 'message' | 'closed';
    readonly text: string;
    readonly byRole: string;
    readonly at: Date;
  }[];
  readonly isClosed: boolean;
  readonly typed?: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldError[];
}

const Facts = ({ report }: Pick<ReportPageProps, 'report'>) => {
  const t = useText();
  return (
    <Summary
      rows={[
        { key: t('list.what'), value: t(`what.${report.what}`) },
        { key: t('one.happened'), value: <Time on={report.happenedOn} /> },
        { key: t('one.lodged'), value: <Time at={report.lodgedAt} /> },
        { key: t('one.receipt'), value: report.receipt },
        { key: t('one.tool'), value: report.toolName ?? t('one.noTool') },
      ]}
    />
  );
};

const Messages = ({ acts }: Pick<ReportPageProps, 'acts'>) => {
  const t = useText();
  if (acts.length === 0) return null;
  return (
    <section>
      <H2>{t('one.messages')}</H2>
      {acts.map((act) => (
        <div key={act.at.toISOString()}>
          <Text>
            <Time at={act.at} />: {t(`act.${act.kind}`)},{' '}
            {t(act.byRole === 'dpo' || act.byRole === 'trusted_person' ? `role.${act.byRole}` : 'role.other')}
          </Text>
          {act.text ? <Inset>{act.text}</Inset> : null}
        </div>
      ))}
    </section>
  );
};

const Write = ({ own, report, typed, errors }: ReportPageProps) => {
  const t = useText();
  const action = own ? objectionPaths.ownDetrimentMessage(report.id) : objectionPaths.detrimentMessage(report.id);
  return (
    <Form action={action} label={t(own ? 'one.add' : 'answer.kind')}>
      {own ? null : (
        <Radios
          name="kind"
          label={t('answer.kind')}
          items={(['seen', 'message', 'closed'] as const).map((value) => ({ value, text: t(`answer.${value}`) }))}
          value={typed?.['kind']}
          error={errorOf(errors, 'kind')}
        />
      )}
      <Field
        name="text"
        type="textarea"
        label={t(own ? 'one.add' : 'answer.text')}
        optional={!own}
        limit={5000}
        value={typed?.['text']}
        error={errorOf(errors, 'text')}
      />
      <Button kind="secondary">{t('one.send')}</Button>
    </Form>
  );
};

/** One report: to who made it, and to adviser and DPO. */
export const DetrimentReportPage = (props: ReportPageProps) => {
  const t = useText();
  const { own, report, acts, isClosed, errors } = props;
  const title = t('one.title', { reference: report.reference });
  const list = own
    ? { text: t('list.title'), href: objectionPaths.detriment }
    : { text: t('reports.title'), href: objectionPaths.detrimentReports };
  return (
    <Shell title={title} error={Boolean(errors?.length)} crumbs={[list, { text: report.reference }]}>
      <ErrorSummary errors={errors} />
      {own && acts.length === 0 ? <Panel title={t('one.received')} reference={report.reference} /> : <H1>{title}</H1>}
      {own ? <Text>{t('one.next')}</Text> : <Warning>{t('one.private')}</Warning>}
      <Facts report={report} />
      <H2>{t('one.story')}</H2>
      <Inset>{report.story}</Inset>
      <Messages acts={acts} />
      {isClosed ? null : <Write {...props} />}
    </Shell>
  );
};
