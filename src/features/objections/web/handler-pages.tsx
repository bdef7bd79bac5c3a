import { text } from '../../../platform/i18n/index.js';
import {
  Button,
  ErrorSummary,
  type FieldError,
  Form,
  H1,
  H2,
  Inset,
  Link,
  Shell,
  Summary,
  Table,
  Tag,
  Text,
  Time,
  usePage,
  Warning,
} from '../../../platform/ui/index.js';
import type { IdentityAsked } from '../../people/index.js';
import type { ObjectionState, ObjectionStateName } from '../domain/objection-state.js';
import { objectionsCatalogue } from '../objections.catalogue.js';
import type { ShownDuty } from '../objection-views.js';
import { objectionPaths } from '../objections.paths.js';
import { procedureCatalogue } from '../procedure.catalogue.js';
import { ActHistory, type ShownAct } from './act-history.js';
import { DecideForm } from './decide-form.js';
import { HandlerDuties } from './duties.js';
import { HandlerSteps } from './handler-steps.js';
import { STATE_TAGS } from './own-pages.js';

const useText = () => text(objectionsCatalogue, usePage().language);

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
        stacks
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
  readonly personName: string;
  readonly representative: string | null;
  readonly byAdviser: boolean;
  readonly lodgedAt: Date;
  readonly situation: string;
  readonly state: ObjectionState;
  readonly acts: readonly ShownAct[];
  readonly duties: readonly ShownDuty[];
  readonly hasDpo: boolean;
  readonly canBeMailed: boolean;
  readonly hasDecision: boolean;
  readonly identity: IdentityAsked;
  readonly typed?: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldError[];
}

const Decided = ({ id, state, hasDecision }: HandlerPageProps) => {
  const { t, p } = { t: useText(), p: text(procedureCatalogue, usePage().language) };
  return (
    <>
      <Text>{t('case.over')}</Text>
      {hasDecision ? (
        <Text>
          <Link href={objectionPaths.decisionPdf(id)}>{p('case.pdf')}</Link>
        </Text>
      ) : null}
      {state.isUntold ? (
        <Form action={objectionPaths.telling(id)} label={p('case.told')}>
          <Text>{p('case.untold')}</Text>
          <Button kind="secondary">{p('case.told')}</Button>
        </Form>
      ) : null}
    </>
  );
};

const Facts = (props: HandlerPageProps) => {
  const { t, p } = { t: useText(), p: text(procedureCatalogue, usePage().language) };
  const { state } = props;
  return (
    <Summary
      rows={[
        { key: p('case.person'), value: props.personName },
        ...(props.representative ? [{ key: p('case.represented'), value: p('case.representedBy', { name: props.representative }) }] : []),
        ...(props.byAdviser ? [{ key: p('case.byAdviser'), value: '✓' }] : []),
        { key: t('own.state'), value: <Tag kind={STATE_TAGS[state.name]}>{t(`state.${state.name}`)}</Tag> },
        { key: t('own.sent'), value: <Time at={props.lodgedAt} /> },
        { key: t('own.due'), value: <Time on={state.dueOn} /> },
      ]}
    />
  );
};

/** One objection, to the named handler or the deputy. */
export const HandlerPage = (props: HandlerPageProps) => {
  const t = useText();
  const { id, state, typed, errors } = props;
  const title = t('case.title', { reference: props.reference });
  return (
    <Shell
      title={title}
      error={Boolean(errors?.length)}
      crumbs={[{ text: t('list.title'), href: objectionPaths.list }, { text: props.reference }]}
    >
      <ErrorSummary errors={errors} />
      <H1 caption={props.toolName}>{title}</H1>
      <Warning>{t('case.private')}</Warning>
      <Facts {...props} />
      <H2>{t('case.situation')}</H2>
      {props.situation ? <Inset>{props.situation}</Inset> : <Text>{t('case.noSituation')}</Text>}
      <ActHistory acts={props.acts} />
      <HandlerDuties duties={props.duties} action={objectionPaths.duties(id)} typed={typed} errors={errors} />
      {state.isOpen ? (
        <>
          <HandlerSteps id={id} state={state} hasDpo={props.hasDpo} canBeMailed={props.canBeMailed} typed={typed} errors={errors} />
          <DecideForm id={id} adviceIsUphold={state.advice.stance === 'uphold'} identity={props.identity} typed={typed} errors={errors} />
        </>
      ) : (
        <Decided {...props} />
      )}
    </Shell>
  );
};
