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
  Inset,
  Link,
  Panel,
  Radios,
  Select,
  Shell,
  Summary,
  Table,
  Tag,
  Text,
  Time,
  usePage,
} from '../../../platform/ui/index.js';
import { RIGHTS, type Right } from '../domain/channels.js';
import { objectionsCatalogue } from '../objections.catalogue.js';
import { objectionPaths } from '../objections.paths.js';
import { type Contacts, Ladder } from './own-pages.js';

const useText = () => text(objectionsCatalogue, usePage().language);
const LIMIT = 10_000;

export interface RightsStartProps {
  readonly tools: readonly { readonly toolId: string; readonly name: string }[];
  readonly idempotencyKey: string;
  readonly typed?: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldError[];
}
export const RightsStartPage = ({ tools, idempotencyKey, typed, errors }: RightsStartProps) => {
  const t = useText();
  return (
    <Shell title={t('rights.title')} error={Boolean(errors?.length)}>
      <ErrorSummary errors={errors} />
      <H1>{t('rights.title')}</H1>
      <Text>{t('rights.intro')}</Text>
      <Form action={objectionPaths.rightsStart} idempotencyKey={idempotencyKey} label={t('rights.title')}>
        <Radios
          name="kind"
          label={t('rights.kind')}
          size="m"
          items={RIGHTS.map((value) => ({ value, text: t(`right.${value}`) }))}
          value={typed?.['kind']}
          error={errorOf(errors, 'kind')}
        />
        {tools.length > 0 ? (
          <Select
            name="tool"
            label={t('rights.tool')}
            none={t('rights.anyTool')}
            optional
            items={tools.map(({ toolId, name }) => ({ value: toolId, text: name }))}
            value={typed?.['tool']}
            error={errorOf(errors, 'tool')}
          />
        ) : null}
        <Field
          name="text"
          type="textarea"
          label={t('rights.text')}
          optional
          limit={LIMIT}
          value={typed?.['text']}
          error={errorOf(errors, 'text')}
        />
        <Button>{t('rights.send')}</Button>
      </Form>
    </Shell>
  );
};

export interface RightsPageProps {
  readonly kind: Right;
  readonly toolName: string | null;
  readonly text: string;
  readonly reference: string;
  readonly lodgedAt: Date;
  readonly dueOn: string;
  readonly isOverdue: boolean;
  readonly answer: string | null;
  readonly contacts: Contacts;
}

/** What was asked, and by when it is answered. */
export const RightFacts = (props: Omit<RightsPageProps, 'contacts'>) => {
  const t = useText();
  return (
    <Summary
      rows={[
        { key: t('rights.kindHead'), value: t(`right.short.${props.kind}`) },
        { key: t('own.tool'), value: props.toolName ?? t('rights.anyToolShort') },
        { key: t('own.sent'), value: <Time at={props.lodgedAt} /> },
        { key: t('own.due'), value: <Time on={props.dueOn} /> },
        { key: t('own.reference'), value: props.reference },
      ]}
    />
  );
};

export const OwnRightPage = (props: RightsPageProps) => {
  const t = useText();
  return (
    <Shell title={t('rights.ownTitle')} crumbs={[{ text: t('own.listTitle'), href: objectionPaths.mine }, { text: props.reference }]}>
      {props.answer === null ? <Panel title={t('rights.received')} reference={props.reference} /> : <H1>{t('rights.ownTitle')}</H1>}
      <RightFacts {...props} />
      {props.isOverdue ? <Banner kind="warning">{t('own.overdue')}</Banner> : null}
      {props.text ? (
        <>
          <H2>{t('rights.yourText')}</H2>
          <Inset>{props.text}</Inset>
        </>
      ) : null}
      <H2>{t('rights.answer')}</H2>
      {props.answer ? <Inset>{props.answer}</Inset> : <Text>{t('rights.noAnswer')}</Text>}
      <Ladder contacts={props.contacts} />
    </Shell>
  );
};

export interface RightsListProps {
  readonly rows: readonly {
    readonly href: string;
    readonly reference: string;
    readonly kind: Right;
    readonly answered: boolean;
    readonly isOverdue: boolean;
    readonly dueOn: string;
  }[];
}
export const RightsListPage = ({ rows }: RightsListProps) => {
  const t = useText();
  return (
    <Shell title={t('rights.listTitle')}>
      <H1>{t('rights.listTitle')}</H1>
      <Table
        caption={t('rights.listTitle')}
        captionHidden
        head={[t('own.reference'), t('rights.kindHead'), t('own.state'), t('own.due')]}
        rows={rows.map((row) => [
          <Link href={row.href}>{row.reference}</Link>,
          t(`right.short.${row.kind}`),
          <Tag kind={row.isOverdue ? 'blocked' : row.answered ? 'met' : 'waiting'}>
            {t(row.isOverdue ? 'list.overdue' : row.answered ? 'rights.answered' : 'rights.open')}
          </Tag>,
          <Time on={row.dueOn} />,
        ])}
        empty={t('rights.listEmpty')}
      />
    </Shell>
  );
};
