import {
  Banner,
  ErrorSummary,
  type FieldError,
  formatDay,
  H1,
  H2,
  Inset,
  List,
  Shell,
  Summary,
  Tag,
  Text,
  Time,
  usePage,
  Warning,
} from '../../../platform/ui/index.js';
import { callerPaths } from '../callers.paths.js';
import { type CallerTexts, TEXT_FIELDS } from '../domain/written.js';
import type { StoredAct } from '../requests.repository.js';
import type { HandledRequest } from '../requests.service.js';
import { STATE_TAGS } from './follow-pages.js';
import { HandlerActs } from './handler-acts.js';
import { useCallerTexts, useRequestTexts } from './use-texts.js';

export interface HandlerPageProps extends HandledRequest {
  readonly typed?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];
}

const Facts = ({ request, state }: HandlerPageProps) => {
  const t = useRequestTexts();
  const said = useCallerTexts();
  return (
    <Summary
      rows={[
        { key: t('head.kind'), value: said(`kind.${request.kind}`) },
        { key: t('head.tool'), value: request.toolName },
        { key: t('head.state'), value: <Tag kind={STATE_TAGS[state.name]}>{said(`status.${state.name}`)}</Tag> },
        { key: t('head.sent'), value: <Time at={request.lodgedAt} /> },
        { key: t('head.due'), value: <Time on={state.dueOn} /> },
      ]}
    />
  );
};

const Written = ({ texts, isErased }: { readonly texts: CallerTexts; readonly isErased: boolean }) => {
  const t = useRequestTexts();
  const rows = TEXT_FIELDS.flatMap((field) => (texts[field] ? [{ key: t(`text.${field}`), value: texts[field] }] : []));
  if (isErased) return <Text>{t('case.erased')}</Text>;
  return rows.length > 0 ? <Summary rows={rows} /> : <Text>{t('case.nothing')}</Text>;
};

const ActLine = ({ act }: { readonly act: StoredAct }) => {
  const said = useCallerTexts();
  return (
    <>
      <Text>
        <Time at={act.at} />: {said(`act.${act.kind}`)}
      </Text>
      {act.way ? <Text>{said(`way.${act.way}`)}</Text> : null}
      {act.text ? <Inset>{act.text}</Inset> : null}
      {act.measures.length > 0 ? <List items={act.measures.map((measure) => said(`measure.${measure}`))} /> : null}
    </>
  );
};

/** One request of somebody outside, to its handler or the deputy. */
export const HandlerPage = (props: HandlerPageProps) => {
  const t = useRequestTexts();
  const said = useCallerTexts();
  const { language } = usePage();
  const { request, acts, state, texts, errors } = props;
  const title = t('case.title', { reference: request.reference });
  return (
    <Shell
      title={title}
      error={Boolean(errors?.length)}
      crumbs={[{ text: t('list.title'), href: callerPaths.handled }, { text: request.reference }]}
    >
      <ErrorSummary errors={errors} />
      <H1 caption={request.toolName}>{title}</H1>
      <Warning>{t('case.private')}</Warning>
      {request.converted ? <Banner kind="info">{t('case.converted')}</Banner> : null}
      <Facts {...props} />
      <H2>{t('case.wrote')}</H2>
      <Written texts={texts} isErased={state.isErased} />
      {acts.length > 0 ? (
        <>
          <H2>{said('follow.state')}</H2>
          <List
            kind="plain"
            items={acts.map((act) => (
              <ActLine key={act.id} act={act} />
            ))}
          />
        </>
      ) : null}
      {state.apartUntil ? <Text>{t('case.apartUntil', { date: formatDay(state.apartUntil, language) })}</Text> : null}
      {state.isOpen ? <HandlerActs {...props} /> : <Text>{t('case.over')}</Text>}
    </Shell>
  );
};
