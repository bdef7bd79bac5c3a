import {
  type Choice,
  Banner,
  Button,
  ErrorSummary,
  errorOf,
  type FieldError,
  Form,
  formatInstantDay,
  H1,
  H2,
  Lead,
  Link,
  Select,
  Shell,
  Small,
  Table,
  Text,
  Time,
  usePage,
} from '../../../platform/ui/index.js';
import { IdentityFields } from '../../people/index.js';
import type { Stage } from '../domain/course.js';
import { individualPaths } from '../individual.paths.js';
import type { Second } from '../seconds.repository.js';
import type { WaitingSecond } from '../seconds.service.js';
import { StageTag, useText } from './views-page.js';

export interface CouncilPageProps {
  readonly seconds: readonly Second[];
  /** What waits for another officer. */
  readonly proposed: WaitingSecond | null;
  readonly others: readonly Choice[];
  readonly views: readonly {
    readonly id: string;
    readonly toolName: string;
    readonly askedAt: Date;
    readonly stage: Stage;
    readonly own: boolean;
  }[];
  /** Whether this reader names people. */
  readonly names: boolean;
  readonly errors?: readonly FieldError[];
}

const Confirming = ({ waiting, errors }: { readonly waiting: WaitingSecond; readonly errors: CouncilPageProps['errors'] }) => {
  const t = useText();
  const { id, name, isOwn, confirmers, identity } = waiting;
  const confirm = t('council.confirm', { name });
  const end = t(isOwn ? 'council.withdraw' : 'council.reject');
  return (
    <>
      {isOwn || confirmers.length === 0 ? null : (
        <Form action={individualPaths.secondConfirmation(id)} label={confirm}>
          <IdentityFields asked={identity} errors={errors} />
          <Button>{confirm}</Button>
        </Form>
      )}
      <Form action={individualPaths.secondEnd(id)} label={end}>
        <Button kind="secondary">{end}</Button>
      </Form>
    </>
  );
};

const Waiting = ({ proposed, names, errors }: CouncilPageProps) => {
  const t = useText();
  const { language } = usePage();
  if (!proposed) return null;
  const { name, proposerName, proposedAt, confirmers } = proposed;
  return (
    <>
      <H2>{t('council.waits')}</H2>
      <Text>{t('council.proposal', { name, proposer: proposerName, date: formatInstantDay(proposedAt, language) })}</Text>
      {confirmers.length > 0 ? (
        <Text>{t('council.turn', { names: confirmers.join(', ') })}</Text>
      ) : (
        <Banner kind="warning">{t('council.nobody')}</Banner>
      )}
      {names ? <Confirming waiting={proposed} errors={errors} /> : null}
    </>
  );
};

const Naming = ({ seconds, proposed, others, errors }: CouncilPageProps) => {
  const t = useText();
  return (
    <>
      {seconds.map(({ id, name }) => (
        <Form key={id} action={individualPaths.secondEnd(id)} label={t('council.end', { name })}>
          <Button kind="secondary">{t('council.end', { name })}</Button>
        </Form>
      ))}
      {others.length > 0 && !proposed ? (
        <Form action={individualPaths.seconds} label={t('council.name')}>
          <Select name="person" label={t('council.name')} items={others} error={errorOf(errors, 'person')} />
          <Button>{t('council.button')}</Button>
        </Form>
      ) : null}
    </>
  );
};

export const CouncilPage = (props: CouncilPageProps) => {
  const t = useText();
  const { seconds, views, names, errors } = props;
  return (
    <Shell title={t('title')} error={Boolean(errors)}>
      <ErrorSummary errors={errors} />
      <H1>{t('title')}</H1>
      <Lead>{t('council.lead')}</Lead>
      <H2>{t('council.seconds')}</H2>
      {seconds.length === 0 ? <Text>{t('council.none')}</Text> : null}
      {seconds.map(({ id, name, namedAt, before }) => (
        <Text key={id}>
          {name}. {t('council.since')} <Time at={namedAt} />
          {before ? `. ${t('council.before')}` : null}
        </Text>
      ))}
      {names ? <Naming {...props} /> : null}
      <Waiting {...props} />
      <H2>{t('council.views')}</H2>
      <Table
        caption={t('council.views')}
        captionHidden
        stacks
        head={[t('tool'), t('asked'), t('state')]}
        rows={views.map(({ id, toolName, askedAt, stage, own }) => [
          own ? (
            <Link href={individualPaths.one(id)}>
              {toolName}: {t(stage === 'waiting' ? 'council.decide' : 'council.read')}
            </Link>
          ) : (
            toolName
          ),
          <Time at={askedAt} />,
          <StageTag stage={stage} />,
        ])}
        empty={t('empty')}
      />
      <Small>{t('council.viewsNote')}</Small>
    </Shell>
  );
};
