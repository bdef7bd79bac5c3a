import {
  Banner,
  Button,
  ButtonLink,
  ErrorSummary,
  type FieldError,
  Form,
  H1,
  H2,
  Inset,
  Link,
  List,
  Shell,
  Small,
  Summary,
  Table,
  Text,
  Time,
  usePage,
} from '../../../../platform/ui/index.js';
import { formatDay } from '../../../../platform/i18n/index.js';
import { isGround } from '../../domain/grounds.js';
import { useTexts } from '../../web/act-page.js';
import type { Framework, FrameworkDecision, FrameworkState } from '../domain/framework.js';
import { frameworkPaths } from '../frameworks.paths.js';
import type { ListedLight } from '../lights.repository.js';
import type { Body } from '../../domain/case-file.js';
import { ClassView, ColourTag, StateTag, useFrameworkTexts } from './frameworks-page.js';

export interface FrameworkPageProps {
  readonly framework: Framework;
  readonly state: FrameworkState;
  /** Who agrees on it. */
  readonly body: Body;
  readonly lights: readonly ListedLight[];
  readonly may: { readonly decide: boolean; readonly end: boolean; readonly confirm: string | null; readonly present: string | null };
  readonly keyOfPress: string;
  readonly errors?: readonly FieldError[];
}

export const DecisionView = ({ decision }: { readonly decision: FrameworkDecision }) => {
  const t = useFrameworkTexts();
  const { language } = usePage();
  const { metOn, votesFor, votesAgainst, votesAbstained } = decision;
  const answer = decision.rejectedAt ? 'answer.rejected' : decision.confirmedAt ? 'answer.confirmed' : 'answer.waits';
  return (
    <>
      <Summary
        rows={[
          { key: t('decide.word'), value: t(`word.${decision.decision}`) },
          { key: t('decide.on'), value: <Time on={decision.decidedOn} /> },
          { key: t('votesKey'), value: t('votes', { for: votesFor, against: votesAgainst, abstained: votesAbstained }) },
          { key: t('paper.reason'), value: decision.reasons },
          { key: t('reference'), value: decision.reference },
        ]}
      />
      {metOn ? (
        <Text>
          {t('met', {
            day: formatDay(metOn, language),
            council: decision.presentCouncil ?? '',
            employer: decision.presentEmployer ?? '',
          })}
        </Text>
      ) : null}
      <Text>{t(answer)}</Text>
      {decision.decision === 'granted' && !decision.presentAt && !decision.rejectedAt ? <Text>{t('answer.presence')}</Text> : null}
    </>
  );
};

const Acts = ({ framework, may, keyOfPress }: FrameworkPageProps) => {
  const t = useFrameworkTexts();
  return (
    <>
      {may.decide ? <ButtonLink href={frameworkPaths.decision(framework.id)}>{t('decide.link')}</ButtonLink> : null}
      {may.confirm ? <ButtonLink href={frameworkPaths.confirm(framework.id, may.confirm)}>{t('confirm.link')}</ButtonLink> : null}
      {may.present ? (
        <Form action={frameworkPaths.presence(framework.id, may.present)} idempotencyKey={keyOfPress}>
          <Button>{t('presence.button')}</Button>
        </Form>
      ) : null}
      {may.end ? (
        <>
          <Text>{t('end.explained')}</Text>
          <ButtonLink kind="secondary" href={frameworkPaths.end(framework.id)}>
            {t('end.link')}
          </ButtonLink>
        </>
      ) : null}
    </>
  );
};

/** One framework: what was proposed, each class with its limits, what the council decided, and the versions under it. */
export const FrameworkPage = (props: FrameworkPageProps) => {
  const t = useFrameworkTexts();
  const c = useTexts();
  const groundText = (ground: string): string => (isGround(ground) ? c(`ground.${ground}`) : ground);
  const { framework, state, lights, errors } = props;
  const crumbs = [{ text: t('title'), href: frameworkPaths.list }, { text: framework.title }];
  return (
    <Shell title={framework.title} error={(errors?.length ?? 0) > 0} crumbs={crumbs}>
      <ErrorSummary errors={errors} />
      <H1>{framework.title}</H1>
      <Text>
        <StateTag state={state} body={props.body} />
      </Text>
      <Acts {...props} />
      <Summary
        rows={[
          { key: t('reasons'), value: framework.reasons },
          { key: t('consequences'), value: framework.consequences },
          { key: t('grounds'), value: <List items={framework.grounds.map(groundText)} /> },
          { key: t('endsOn'), value: <Time on={framework.endsOn} /> },
          { key: t('proposedAt'), value: <Time at={framework.proposedAt} /> },
          { key: t('reference'), value: framework.reference },
        ]}
      />
      {framework.classes.map((agreed) => (
        <ClassView key={agreed.id} agreed={agreed} />
      ))}
      <Inset>{t('silence')}</Inset>
      {framework.decisions.length > 0 ? <H2>{t('decisions')}</H2> : null}
      {framework.decisions.map((decision) => (
        <DecisionView key={decision.id} decision={decision} />
      ))}
      <H2>{t('versions')}</H2>
      <Table
        caption={t('versions')}
        captionHidden
        head={[t('versions'), t('class', { colour: '' }).trim(), { text: t('objections'), numeric: true }]}
        rows={lights.map((light) => [
          <>
            <Link href={frameworkPaths.light(light.id)}>{t('version', { tool: light.toolName, number: light.number })}</Link>
            <Small>
              {t('toldAt')} <Time at={light.toldAt} />
            </Small>
          </>,
          <ColourTag colour={light.objections > 0 ? 'red' : light.colour} />,
          light.objections,
        ])}
        empty={t('versionsNone')}
      />
      {state === 'lapsed' ? <Banner kind="warning">{t('state.lapsed')}</Banner> : null}
    </Shell>
  );
};
