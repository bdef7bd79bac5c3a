import { text } from '../../../platform/i18n/index.js';
import {
  Banner,
  Button,
  Checkbox,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  formatInstant,
  Form,
  H1,
  H2,
  H3,
  Lead,
  Link,
  List,
  Shell,
  Table,
  Tag,
  Text,
  usePage,
} from '../../../platform/ui/index.js';
import { gateCatalogue } from '../gate.catalogue.js';
import { gatePaths } from '../gate.paths.js';
import { useLimitTexts } from './conditions-part.js';

export interface OrderLine {
  readonly id: string;
  readonly name: string;
  readonly kind: 'start' | 'stop' | 'person_out';
  readonly reference: string;
  readonly dueAt: Date;
  readonly confirmedAt: Date | null;
  readonly overdue: boolean;
}

const useText = () => text(gateCatalogue, usePage().language);

const StateOf = ({ order }: { readonly order: OrderLine }) => {
  const t = useText();
  const { language } = usePage();
  if (order.confirmedAt) return <Tag kind="met">{t('orders.confirmed', { date: formatInstant(order.confirmedAt, language) })}</Tag>;
  return order.overdue ? <Tag kind="blocked">{t('orders.overdue')}</Tag> : <Tag kind="waiting">{t('orders.waiting')}</Tag>;
};

export const OrdersPage = ({ orders }: { readonly orders: readonly OrderLine[] }) => {
  const t = useText();
  const { language } = usePage();
  return (
    <Shell title={t('orders.title')}>
      <H1>{t('orders.title')}</H1>
      <Lead>{t('orders.lead')}</Lead>
      <Table
        caption={t('orders.title')}
        captionHidden
        head={[t('orders.tool'), t('orders.kind'), t('orders.due'), t('orders.state')]}
        rows={orders.map((order) => [
          <Link href={gatePaths.order(order.id)}>
            {order.name} ({order.reference})
          </Link>,
          t(`orders.kind.${order.kind}`),
          formatInstant(order.dueAt, language),
          <StateOf order={order} />,
        ])}
        empty={t('orders.empty')}
      />
    </Shell>
  );
};

export interface OrderPageProps {
  readonly order: OrderLine;
  readonly settings: readonly { readonly name: string; readonly value: string; readonly meaning: string }[];
  /** What IT has to keep to, in sentences. */
  readonly limits: readonly string[];
  readonly alwaysOff: readonly string[];
  readonly personName: string | null;
  readonly evidence: string | null;
  readonly errors?: readonly FieldError[];
  readonly typed?: string;
}

const instruction = (t: ReturnType<typeof useText>, props: OrderPageProps): string => {
  if (props.order.kind === 'person_out') return t('order.personOut', { name: props.personName ?? '' });
  return t(props.order.kind === 'start' ? 'order.start' : 'order.stop');
};

const ConfirmForm = (props: OrderPageProps) => {
  const t = useText();
  return (
    <Form action={gatePaths.order(props.order.id)} multipart>
      <Field
        name="evidence"
        type="textarea"
        label={t('order.evidence')}
        hint={t('order.evidenceHint')}
        value={props.typed}
        limit={4000}
        error={errorOf(props.errors, 'evidence')}
      />
      <Field name="file" type="file" label={t('order.file')} error={errorOf(props.errors, 'file')} />
      {props.order.kind === 'start' ? <Checkbox name="asApproved" value="yes" text={t('order.asApproved')} /> : null}
      <Button>{t('order.button')}</Button>
    </Form>
  );
};

const Kept = ({ limits, alwaysOff }: Pick<OrderPageProps, 'limits' | 'alwaysOff'>) => {
  const t = useLimitTexts();
  if (limits.length === 0) return null;
  return (
    <section id="limits">
      <H2>{t('order')}</H2>
      <Text>{t('orderLead')}</Text>
      <List items={limits} />
      {alwaysOff.length > 0 ? (
        <>
          <H3>{t('off', { n: alwaysOff.length })}</H3>
          <Text>{t('offLead')}</Text>
          <List items={alwaysOff} />
        </>
      ) : null}
    </section>
  );
};

export const OrderPage = (props: OrderPageProps) => {
  const t = useText();
  const title = `${t(`orders.kind.${props.order.kind}`)}: ${props.order.name}`;
  return (
    <Shell
      title={title}
      error={Boolean(props.errors)}
      crumbs={[{ href: gatePaths.orders, text: t('orders.title') }, { text: props.order.reference }]}
    >
      <ErrorSummary errors={props.errors} />
      <H1>{title}</H1>
      <StateOf order={props.order} />
      <H2>{t('order.instructions')}</H2>
      <Text>{instruction(t, props)}</Text>
      {props.settings.length > 0 ? (
        <Table
          caption={t('order.setting')}
          captionHidden
          head={[t('order.meaning'), t('order.value'), t('order.setting')]}
          rows={props.settings.map((setting) => [setting.meaning, setting.value, setting.name])}
        />
      ) : null}
      <Kept {...props} />
      {props.evidence ? <Banner kind="success">{props.evidence}</Banner> : <ConfirmForm {...props} />}
    </Shell>
  );
};

export interface PersonOutPageProps {
  readonly toolId: string;
  readonly name: string;
  readonly errors?: readonly FieldError[];
  readonly typed?: string;
}

export const PersonOutPage = (props: PersonOutPageProps) => {
  const t = useText();
  return (
    <Shell
      title={t('personOut.title')}
      error={Boolean(props.errors)}
      crumbs={[{ href: gatePaths.dossier(props.toolId), text: props.name }, { text: t('personOut.title') }]}
    >
      <ErrorSummary errors={props.errors} />
      <H1>{t('personOut.title')}</H1>
      <Lead>{t('personOut.lead')}</Lead>
      <Form action={gatePaths.personOut(props.toolId)}>
        <Field
          name="evidence"
          type="textarea"
          label={t('personOut.field')}
          value={props.typed}
          limit={4000}
          error={props.errors?.[0]?.text}
        />
        <Button>{t('personOut.button')}</Button>
      </Form>
    </Shell>
  );
};
