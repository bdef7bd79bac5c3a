import { text } from '../../../platform/i18n/index.js';
import {
  Banner,
  Button,
  ButtonGroup,
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
  Shell,
  Summary,
  Table,
  Tag,
  Text,
  Time,
  usePage,
} from '../../../platform/ui/index.js';
import type { ComplaintStateName } from '../domain/complaint-state.js';
import { complaintsCatalogue, type ComplaintsKey } from '../complaints.catalogue.js';
import { complaintPaths } from '../complaints.paths.js';
import { type MessageLine, Messages } from './messages.js';

const useText = () => text(complaintsCatalogue, usePage().language);
export const LIMIT = 10_000;
export const TAGS = { received: 'waiting', in_progress: 'waiting', closed: 'met' } as const;

export interface MinePageProps {
  readonly rows: readonly {
    readonly href: string;
    readonly reference: string;
    readonly tool: string | null;
    readonly state: ComplaintStateName;
    readonly dueOn: string;
  }[];
}
export const MinePage = ({ rows }: MinePageProps) => {
  const t = useText();
  return (
    <Shell title={t('mine.title')}>
      <H1>{t('mine.title')}</H1>
      <Text>{t('mine.intro')}</Text>
      <ButtonGroup>
        <ButtonLink href={complaintPaths.start}>{t('mine.new')}</ButtonLink>
        <Link href="/me/objections/new">{t('mine.object')}</Link>
        <Link href="/me/rights/new">{t('mine.rights')}</Link>
      </ButtonGroup>
      <Table
        caption={t('mine.title')}
        captionHidden
        head={[t('head.reference'), t('head.tool'), t('head.state'), t('head.due')]}
        rows={rows.map((row) => [
          <Link href={row.href}>{row.reference}</Link>,
          row.tool ?? t('noTool'),
          <Tag kind={TAGS[row.state]}>{t(`state.${row.state}`)}</Tag>,
          <Time on={row.dueOn} />,
        ])}
        empty={t('mine.empty')}
      />
    </Shell>
  );
};

export interface OwnPageProps {
  readonly id: string;
  readonly reference: string;
  readonly toolName: string | null;
  readonly category: string;
  readonly text: string;
  readonly state: ComplaintStateName;
  readonly isOverdue: boolean;
  readonly dueOn: string;
  readonly dueText: string;
  readonly acknowledgeText: string;
  readonly fromObjection: boolean;
  readonly isHandled: boolean;
  readonly messages: readonly MessageLine[];
  readonly typed?: string;
  readonly errors?: readonly FieldError[];
}

const Standing = (props: OwnPageProps) => {
  const t = useText();
  return (
    <>
      {props.fromObjection ? <Banner kind="info">{t('own.fromObjection')}</Banner> : null}
      <Text>{t('own.received', { date: props.dueText })}</Text>
      {props.state === 'received' && props.isHandled ? <Text>{t('own.acknowledge', { date: props.acknowledgeText })}</Text> : null}
      {props.isHandled ? null : <Banner kind="warning">{t('own.unhandled')}</Banner>}
      <Summary
        rows={[
          {
            key: t('head.state'),
            value: (
              <Tag kind={props.isOverdue ? 'blocked' : TAGS[props.state]}>{props.isOverdue ? t('overdue') : t(`state.${props.state}`)}</Tag>
            ),
          },
          { key: t('head.tool'), value: props.toolName ?? t('noTool') },
          { key: t('head.category'), value: t(`category.${props.category}` as ComplaintsKey) },
          { key: t('head.due'), value: <Time on={props.dueOn} /> },
          { key: t('head.reference'), value: props.reference },
        ]}
      />
    </>
  );
};

/** What the person sees of his or her own complaint. */
export const OwnPage = (props: OwnPageProps) => {
  const t = useText();
  const fresh = props.messages.length === 0 && props.state === 'received';
  return (
    <Shell
      title={t('own.title')}
      error={Boolean(props.errors?.length)}
      crumbs={[{ text: t('mine.title'), href: complaintPaths.mine }, { text: props.reference }]}
    >
      <ErrorSummary errors={props.errors} />
      {fresh ? <Panel title={t('new.sent')} reference={props.reference} /> : <H1>{t('own.title')}</H1>}
      <Standing {...props} />
      <H2>{t('own.you')}</H2>
      <Inset>{props.text || t('own.nothing')}</Inset>
      <Messages lines={props.messages} reader="person" />
      {props.state === 'closed' ? null : (
        <Form action={complaintPaths.ownReply(props.id)} label={t('own.reply')}>
          <Field
            name="text"
            type="textarea"
            label={t('own.reply')}
            limit={LIMIT}
            value={props.typed}
            error={errorOf(props.errors, 'text')}
          />
          <Button kind="secondary">{t('own.send')}</Button>
        </Form>
      )}
    </Shell>
  );
};
