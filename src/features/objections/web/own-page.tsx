import { formatDay, text } from '../../../platform/i18n/index.js';
import {
  Banner,
  Button,
  Details,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  H1,
  H2,
  Link,
  List,
  Panel,
  Shell,
  Summary,
  Tag,
  Text,
  Time,
  usePage,
} from '../../../platform/ui/index.js';
import type { WayOut } from '../../../policy/index.js';
import { outWords } from '../../tools/index.js';
import type { ObjectionState } from '../domain/objection-state.js';
import { objectionsCatalogue, type ObjectionsKey } from '../objections.catalogue.js';
import type { ShownDuty } from '../objection-views.js';
import { objectionPaths } from '../objections.paths.js';
import { procedureCatalogue } from '../procedure.catalogue.js';
import { ActHistory, type ShownAct } from './act-history.js';
import { OwnDuties } from './duties.js';
import { type Contacts, Ladder, STATE_TAGS } from './own-pages.js';

const useText = () => text(objectionsCatalogue, usePage().language);

export interface OwnPageProps {
  readonly id: string;
  readonly toolName: string;
  readonly reference: string;
  readonly lodgedAt: Date;
  readonly situation: string;
  readonly state: ObjectionState;
  readonly wayOut: WayOut;
  readonly acts: readonly ShownAct[];
  readonly duties: readonly ShownDuty[];
  readonly byAdviser: boolean;
  readonly byMachine: boolean;
  /** The ways that stay open after the decision. */
  readonly remedies: readonly string[];
  readonly hasDecision: boolean;
  readonly contacts: Contacts;
  readonly typed?: string;
  readonly errors?: readonly FieldError[];
}

const pauseText = ({ state: { name, isPaused, liftsOn }, wayOut }: OwnPageProps): ObjectionsKey => {
  if (name === 'converted') return 'own.converted';
  if (!isPaused) return 'own.notPaused';
  if (liftsOn) return 'own.liftsOn';
  if (name === 'upheld') return 'own.pausedForGood';
  return wayOut === 'lease' ? 'own.paused' : 'own.mayNot';
};

/** What follows, and when: as long as nobody decided. */
const Next = ({ state }: OwnPageProps) => {
  const { language } = usePage();
  const p = text(procedureCatalogue, language);
  return (
    <section>
      <H2>{p('own.next')}</H2>
      <List
        items={[
          p('own.next.now'),
          ...(state.isAcknowledged ? [] : [p('own.next.acknowledge', { date: formatDay(state.acknowledgeBy, language) })]),
          p('own.next.handler'),
          p('own.next.burden'),
          p('own.next.due', { date: formatDay(state.dueOn, language) }),
          p('own.next.file'),
        ]}
      />
    </section>
  );
};

const Question = ({ id, typed, errors }: OwnPageProps) => {
  const p = text(procedureCatalogue, usePage().language);
  return (
    <Form action={objectionPaths.ownAnswer(id)} label={p('own.ask')}>
      <H2>{p('own.ask')}</H2>
      <Text>{p('own.askText')}</Text>
      <Field name="answer" type="textarea" label={p('own.answer')} limit={10_000} value={typed} error={errorOf(errors, 'answer')} />
      <Button>{p('own.answerSend')}</Button>
    </Form>
  );
};

const Decision = ({ id, remedies }: OwnPageProps) => {
  const p = text(procedureCatalogue, usePage().language);
  return (
    <section>
      <Text>
        <Link href={objectionPaths.ownDecisionPdf(id)}>{p('own.pdf')}</Link>
      </Text>
      <H2>{p('remedy.title')}</H2>
      <List items={remedies} />
    </section>
  );
};

const Withdraw = ({ id }: OwnPageProps) => {
  const t = useText();
  return (
    <section>
      <H2>{t('own.withdraw')}</H2>
      <Text>{t('own.withdrawText')}</Text>
      <Form action={objectionPaths.withdrawal(id)} label={t('own.withdraw')}>
        <Button kind="warning">{t('own.withdraw')}</Button>
      </Form>
    </section>
  );
};

const Head = (props: OwnPageProps) => {
  const { language } = usePage();
  const t = useText();
  const p = text(procedureCatalogue, language);
  const { state } = props;
  const fresh = props.acts.length === 0 && state.name === 'received';
  const date = state.liftsOn ? { date: formatDay(state.liftsOn, language) } : undefined;
  return (
    <>
      {fresh ? <Panel title={t('own.receipt')} reference={props.reference} /> : <H1 caption={props.toolName}>{t('own.title')}</H1>}
      <Banner kind={state.isPaused ? 'success' : 'info'}>
        <p>{t(pauseText(props), date)}</p>
        {state.isPaused && !state.liftsOn ? <p>{outWords(props.wayOut, language)}</p> : null}
      </Banner>
      {props.byAdviser ? <Text>{p('own.byAdviser')}</Text> : null}
      {state.name === 'converted' ? <Link href="/complaints">{t('own.toComplaint')}</Link> : null}
    </>
  );
};

/** What the person sees of his or her own objection. */
export const OwnPage = (props: OwnPageProps) => {
  const t = useText();
  const p = text(procedureCatalogue, usePage().language);
  const { state } = props;
  return (
    <Shell
      title={t('own.title')}
      error={Boolean(props.errors?.length)}
      crumbs={[{ text: t('own.listTitle'), href: objectionPaths.mine }, { text: props.toolName }]}
    >
      <ErrorSummary errors={props.errors} />
      <Head {...props} />
      {state.mayAnswer ? <Question {...props} /> : null}
      <Summary
        rows={[
          { key: t('own.tool'), value: props.toolName },
          { key: t('own.state'), value: <Tag kind={STATE_TAGS[state.name]}>{t(`state.${state.name}`)}</Tag> },
          { key: t('own.sent'), value: <Time at={props.lodgedAt} /> },
          { key: t('own.due'), value: <Time on={state.dueOn} /> },
          { key: t('own.reference'), value: props.reference },
        ]}
      />
      {state.isOverdue ? <Banner kind="warning">{t('own.overdue')}</Banner> : null}
      {state.isOpen ? <Next {...props} /> : null}
      {props.byMachine ? <Text>{p('own.byMachine')}</Text> : null}
      {props.situation ? <Details summary={t('situation.label')}>{props.situation}</Details> : null}
      <ActHistory acts={props.acts} own />
      <OwnDuties duties={props.duties} />
      {props.hasDecision ? <Decision {...props} /> : <Ladder contacts={props.contacts} />}
      <List
        items={[
          <Link href={objectionPaths.ladder}>{p('own.ladder')}</Link>,
          <Link href={objectionPaths.detrimentFor(props.id)}>{p('own.detriment')}</Link>,
        ]}
      />
      {state.isPaused ? <Withdraw {...props} /> : null}
    </Shell>
  );
};
