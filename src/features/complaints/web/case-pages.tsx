import { text } from '../../../platform/i18n/index.js';
import {
  Button,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  H1,
  H2,
  Inset,
  Link,
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
import { complaintsCatalogue, type ComplaintsKey } from '../complaints.catalogue.js';
import { complaintPaths } from '../complaints.paths.js';
import type { ComplaintStateName } from '../domain/complaint-state.js';
import { type MessageLine, Messages } from './messages.js';
import { LIMIT, TAGS } from './own-pages.js';

const useText = () => text(complaintsCatalogue, usePage().language);

export interface CasesPageProps {
  readonly rows: readonly {
    readonly href: string;
    readonly reference: string;
    readonly category: string;
    readonly state: ComplaintStateName;
    readonly isOverdue: boolean;
    readonly dueOn: string;
  }[];
}
export const CasesPage = ({ rows }: CasesPageProps) => {
  const t = useText();
  return (
    <Shell title={t('cases.title')}>
      <H1>{t('cases.title')}</H1>
      <Table
        caption={t('cases.title')}
        captionHidden
        head={[t('head.reference'), t('head.category'), t('head.state'), t('head.due')]}
        rows={rows.map((row) => [
          <Link href={row.href}>{row.reference}</Link>,
          t(`category.${row.category}` as ComplaintsKey),
          <Tag kind={row.isOverdue ? 'blocked' : TAGS[row.state]}>{row.isOverdue ? t('overdue') : t(`state.${row.state}`)}</Tag>,
          <Time on={row.dueOn} />,
        ])}
        empty={t('cases.empty')}
      />
    </Shell>
  );
};

export interface CasePageProps {
  readonly id: string;
  readonly reference: string;
  readonly personName: string;
  readonly toolName: string | null;
  readonly category: string;
  readonly text: string;
  readonly state: ComplaintStateName;
  readonly isOverdue: boolean;
  readonly dueOn: string;
  readonly acknowledgeText: string;
  readonly isAcknowledged: boolean;
  readonly messages: readonly MessageLine[];
  readonly mayHandOver: boolean;
  readonly typed?: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldError[];
}

const Write = ({ id, isAcknowledged, typed, errors }: CasePageProps) => {
  const t = useText();
  const kinds = (['acknowledged', 'question', 'reply', 'closed'] as const).filter((kind) => kind !== 'acknowledged' || !isAcknowledged);
  return (
    <Form action={complaintPaths.message(id)} label={t('case.write')}>
      <H2>{t('case.write')}</H2>
      <Radios
        name="kind"
        label={t('case.kind')}
        items={kinds.map((value) => ({ value, text: t(`case.kind.${value}`) }))}
        value={typed?.['kind']}
        error={errorOf(errors, 'kind')}
      />
      <Field
        name="text"
        type="textarea"
        label={t('case.message')}
        rows={8}
        limit={LIMIT}
        value={typed?.['text']}
        error={errorOf(errors, 'text')}
      />
      <Button>{t('case.send')}</Button>
    </Form>
  );
};

const HandOver = ({ id }: Pick<CasePageProps, 'id'>) => {
  const t = useText();
  return (
    <Form action={complaintPaths.handOver(id)} label={t('case.handOver')}>
      <Text>{t('case.handOverText')}</Text>
      <Button kind="secondary">{t('case.handOver')}</Button>
    </Form>
  );
};

/** One case, to the person it is assigned to. */
export const CasePage = (props: CasePageProps) => {
  const t = useText();
  const title = t('case.title', { reference: props.reference });
  return (
    <Shell
      title={title}
      error={Boolean(props.errors?.length)}
      crumbs={[{ text: t('cases.title'), href: complaintPaths.cases }, { text: props.reference }]}
    >
      <ErrorSummary errors={props.errors} />
      <H1>{title}</H1>
      <Warning>{t('case.private')}</Warning>
      <Summary
        rows={[
          { key: t('case.from'), value: props.personName },
          { key: t('head.tool'), value: props.toolName ?? t('noTool') },
          { key: t('head.category'), value: t(`category.${props.category}` as ComplaintsKey) },
          {
            key: t('head.state'),
            value: (
              <Tag kind={props.isOverdue ? 'blocked' : TAGS[props.state]}>{props.isOverdue ? t('overdue') : t(`state.${props.state}`)}</Tag>
            ),
          },
          { key: t('head.due'), value: <Time on={props.dueOn} /> },
        ]}
      />
      {props.state === 'received' ? <Text>{t('case.acknowledgeBy', { date: props.acknowledgeText })}</Text> : null}
      <H2>{t('case.text')}</H2>
      <Inset>{props.text || t('own.nothing')}</Inset>
      <Messages lines={props.messages} reader="handler" />
      {props.state === 'closed' ? null : (
        <>
          <Write {...props} />
          {props.mayHandOver ? <HandOver id={props.id} /> : null}
        </>
      )}
    </Shell>
  );
};
