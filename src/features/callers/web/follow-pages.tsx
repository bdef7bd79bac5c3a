import {
  Banner,
  Button,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  formatDay,
  H1,
  H2,
  Hidden,
  Inset,
  Lead,
  List,
  Shell,
  Summary,
  Tag,
  Text,
  Time,
  usePage,
} from '../../../platform/ui/index.js';
import { LIMITS } from '../domain/written.js';
import { callerPaths } from '../callers.paths.js';
import type { Followed } from '../callers.service.js';
import type { StateName } from '../domain/caller-request.js';
import type { StoredAct } from '../requests.repository.js';
import { useCallerTexts, useKept } from './use-texts.js';

export const STATE_TAGS: Readonly<Record<StateName, 'waiting' | 'met' | 'blocked' | 'na'>> = {
  received: 'waiting',
  acknowledged: 'waiting',
  extended: 'waiting',
  upheld: 'met',
  rejected: 'blocked',
  withdrawn: 'na',
};

/** A code, and nothing that says whether one exists. */
export const FollowPage = ({ errors }: { readonly errors?: readonly FieldError[] }) => {
  const t = useCallerTexts();
  const kept = useKept();
  return (
    <Shell title={t('follow.title')} error={Boolean(errors?.length)}>
      <ErrorSummary errors={errors} />
      <H1>{t('follow.title')}</H1>
      <Lead>{t('follow.lead')}</Lead>
      <Form action={kept(callerPaths.follow)} label={t('follow.title')}>
        <Hidden name="step" value="look" />
        <Field name="code" label={t('follow.code')} hint={t('follow.codeHint')} autocomplete="off" error={errorOf(errors, 'code')} />
        <Button>{t('follow.button')}</Button>
      </Form>
    </Shell>
  );
};

const Act = ({ act }: { readonly act: StoredAct }) => {
  const t = useCallerTexts();
  return (
    <>
      <Text>
        <Time at={act.at} />: {t(`act.${act.kind}`)}
      </Text>
      {act.way ? <Text>{t(`way.${act.way}`)}</Text> : null}
      {act.text ? <Inset>{act.text}</Inset> : null}
      {act.measures.length > 0 ? <List items={act.measures.map((measure) => t(`measure.${measure}`))} /> : null}
    </>
  );
};

const Routes = ({ publicBody, organisation }: { readonly publicBody: boolean; readonly organisation: string }) => {
  const t = useCallerTexts();
  const court = publicBody ? t('follow.routes.awb', { organisation }) : t('follow.routes.court');
  return (
    <>
      <H2>{t('follow.routes')}</H2>
      <List items={[court, t('follow.routes.authority')]} />
    </>
  );
};

export interface FollowedPageProps extends Followed {
  readonly code: string;
  readonly typed?: string;
  readonly errors?: readonly FieldError[];
}

const Reply = ({ code, state, typed, errors }: FollowedPageProps) => {
  const t = useCallerTexts();
  const action = useKept()(callerPaths.follow);
  return (
    <>
      {state.awaitsCaller ? <Banner kind="warning">{t('follow.asked')}</Banner> : null}
      <Form action={action} label={t('follow.send')}>
        <Hidden name="step" value="reply" />
        <Hidden name="code" value={code} />
        <Field name="text" type="textarea" label={t('follow.reply')} limit={LIMITS.reply} value={typed} error={errorOf(errors, 'text')} />
        <Button>{t('follow.send')}</Button>
      </Form>
      <H2>{t('follow.withdraw')}</H2>
      <Text>{t('follow.withdrawText')}</Text>
      <Form action={action} label={t('follow.withdraw')}>
        <Hidden name="step" value="withdraw" />
        <Hidden name="code" value={code} />
        <Button kind="secondary">{t('follow.withdraw')}</Button>
      </Form>
    </>
  );
};

const Facts = ({ request, state }: FollowedPageProps) => {
  const t = useCallerTexts();
  return (
    <Summary
      rows={[
        { key: t('follow.state'), value: <Tag kind={STATE_TAGS[state.name]}>{t(`status.${state.name}`)}</Tag> },
        { key: t('check.about'), value: request.toolName },
        { key: t('form.kind'), value: t(`kind.${request.kind}`) },
        { key: t('follow.sent'), value: <Time at={request.lodgedAt} /> },
        ...(state.isOpen ? [{ key: t('follow.due'), value: <Time on={state.dueOn} /> }] : []),
        { key: t('follow.reference'), value: request.reference },
      ]}
    />
  );
};

/** Where one request stands, to whoever has its code. */
export const FollowedPage = (props: FollowedPageProps) => {
  const t = useCallerTexts();
  const { language } = usePage();
  const { request, acts, state, publicBody, organisation, errors } = props;
  return (
    <Shell title={t('follow.title')} error={Boolean(errors?.length)} secretAddress shownOnce>
      <ErrorSummary errors={errors} />
      <H1 caption={t('follow.caption')}>{request.reference}</H1>
      <Facts {...props} />
      {request.converted ? <Banner kind="info">{t('follow.converted')}</Banner> : null}
      {state.isOverdue ? <Banner kind="warning">{t('follow.overdue')}</Banner> : null}
      {state.isErased ? <Text>{t('follow.erased')}</Text> : null}
      {acts.length > 0 ? (
        <List
          kind="plain"
          items={acts.map((act) => (
            <Act key={act.id} act={act} />
          ))}
        />
      ) : null}
      {state.apartUntil ? <Text>{t('follow.apart', { date: formatDay(state.apartUntil, language) })}</Text> : null}
      {state.name === 'rejected' || state.isOverdue ? <Routes publicBody={publicBody} organisation={organisation} /> : null}
      {state.isOpen ? <Reply {...props} /> : null}
    </Shell>
  );
};
