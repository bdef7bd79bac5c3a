import {
  type Choice,
  Button,
  ErrorSummary,
  errorOf,
  type FieldError,
  Form,
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
} from '../../../platform/ui/index.js';
import type { Stage } from '../domain/course.js';
import { individualPaths } from '../individual.paths.js';
import { StageTag, useText } from './views-page.js';

export interface CouncilPageProps {
  readonly seconds: readonly { readonly id: string; readonly name: string; readonly namedAt: Date }[];
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

const Naming = ({ seconds, others, errors }: CouncilPageProps) => {
  const t = useText();
  return (
    <>
      {seconds.map(({ id, name }) => (
        <Form key={id} action={individualPaths.secondEnd(id)} label={t('council.end', { name })}>
          <Button kind="secondary">{t('council.end', { name })}</Button>
        </Form>
      ))}
      {others.length > 0 ? (
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
      {seconds.map(({ id, name, namedAt }) => (
        <Text key={id}>
          {name}. {t('council.since')} <Time at={namedAt} />
        </Text>
      ))}
      {names ? <Naming {...props} /> : null}
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
