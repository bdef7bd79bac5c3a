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
import type { ObjectionStateName } from '../domain/objection-state.js';
import { objectionsCatalogue, type ObjectionsKey } from '../objections.catalogue.js';
import { objectionPaths } from '../objections.paths.js';
import { STATE_TAGS } from './own-pages.js';

const useText = () => text(objectionsCatalogue, usePage().language);
const LIMIT = 10_000;

export interface HandlerListProps {
  readonly rows: readonly {
    readonly href: string;
    readonly reference: string;
    readonly tool: string;
    readonly state: ObjectionStateName;
    readonly dueOn: string;
    readonly isOverdue: boolean;
  }[];
}
export const HandlerListPage = ({ rows }: HandlerListProps) => {
  const t = useText();
  return (
    <Shell title={t('list.title')}>
      <H1>{t('list.title')}</H1>
      <Table
        caption={t('list.title')}
        captionHidden
        head={[t('own.reference'), t('own.tool'), t('own.state'), t('own.due')]}
        rows={rows.map((row) => [
          <Link href={row.href}>{row.reference}</Link>,
          row.tool,
          <Tag kind={row.isOverdue ? 'blocked' : STATE_TAGS[row.state]}>{row.isOverdue ? t('list.overdue') : t(`state.${row.state}`)}</Tag>,
          <Time on={row.dueOn} />,
        ])}
        empty={t('list.empty')}
      />
      <Link href="/rights">{t('list.rights')}</Link>
    </Shell>
  );
};

export interface HandlerPageProps {
  readonly id: string;
  readonly reference: string;
  readonly toolName: string;
  readonly lodgedAt: Date;
  readonly situation: string;
  readonly state: ObjectionStateName;
  readonly isOpen: boolean;
  readonly mayExtend: boolean;
  readonly dueOn: string;
  readonly acts: readonly { readonly kind: string; readonly text: string; readonly at: Date }[];
  readonly typed?: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldError[];
}

const Steps = ({ id, state, mayExtend, typed, errors }: HandlerPageProps) => {
  const t = useText();
  return (
    <>
      {state === 'received' ? (
        <Form action={objectionPaths.acknowledgement(id)} label={t('case.acknowledge')}>
          <H2>{t('case.acknowledge')}</H2>
          <Field
            name="text"
            type="textarea"
            label={t('case.message')}
            optional
            limit={LIMIT}
            value={typed?.['text']}
            error={errorOf(errors, 'text')}
          />
          <Button kind="secondary">{t('case.acknowledge')}</Button>
        </Form>
      ) : null}
      {mayExtend ? (
        <Form action={objectionPaths.extension(id)} label={t('case.extend')}>
          <H2>{t('case.extend')}</H2>
          <Text>{t('case.extendText')}</Text>
          <Field
            name="reason"
            type="textarea"
            label={t('case.reason')}
            limit={LIMIT}
            value={typed?.['reason']}
            error={errorOf(errors, 'reason')}
          />
          <Button kind="secondary">{t('case.extend')}</Button>
        </Form>
      ) : null}
    </>
  );
};

const Decide = ({ id, typed, errors }: HandlerPageProps) => {
  const t = useText();
  return (
    <Form action={objectionPaths.decision(id)} label={t('case.decide')}>
      <H2>{t('case.decide')}</H2>
      <Text>{t('case.test')}</Text>
      <Radios
        name="decision"
        label={t('case.decide')}
        items={(['upheld', 'rejected'] as const).map((value) => ({ value, text: t(`case.${value}`) }))}
        value={typed?.['decision']}
        error={errorOf(errors, 'decision')}
      />
      <Field
        name="reasons"
        type="textarea"
        label={t('case.reasons')}
        limit={LIMIT}
        rows={8}
        value={typed?.['reasons']}
        error={errorOf(errors, 'reasons')}
      />
      <Text>{t('case.after')}</Text>
      <Button>{t('case.submit')}</Button>
    </Form>
  );
};

/** One objection, to the named handler or the deputy. */
export const HandlerPage = (props: HandlerPageProps) => {
  const t = useText();
  const title = t('case.title', { reference: props.reference });
  return (
    <Shell
      title={title}
      error={Boolean(props.errors?.length)}
      crumbs={[{ text: t('list.title'), href: objectionPaths.list }, { text: props.reference }]}
    >
      <ErrorSummary errors={props.errors} />
      <H1 caption={props.toolName}>{title}</H1>
      <Warning>{t('case.private')}</Warning>
      <Summary
        rows={[
          { key: t('own.state'), value: <Tag kind={STATE_TAGS[props.state]}>{t(`state.${props.state}`)}</Tag> },
          { key: t('own.sent'), value: <Time at={props.lodgedAt} /> },
          { key: t('own.due'), value: <Time on={props.dueOn} /> },
        ]}
      />
      <H2>{t('case.situation')}</H2>
      {props.situation ? <Inset>{props.situation}</Inset> : <Text>{t('case.noSituation')}</Text>}
      {props.acts.map((act) => (
        <div key={`${act.kind} ${act.at.toISOString()}`}>
          <Text>
            <Time at={act.at} />: {t(`act.${act.kind}` as ObjectionsKey)}
          </Text>
          {act.text ? <Inset>{act.text}</Inset> : null}
        </div>
      ))}
      {props.isOpen ? (
        <>
          <Steps {...props} />
          <Decide {...props} />
        </>
      ) : (
        <Text>{t('case.over')}</Text>
      )}
    </Shell>
  );
};
