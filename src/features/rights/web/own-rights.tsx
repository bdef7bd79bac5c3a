import {
  Banner,
  Button,
  ButtonGroup,
  ButtonLink,
  Form,
  formatDay,
  H1,
  H2,
  Inset,
  Link,
  List,
  Panel,
  Shell,
  Table,
  Text,
  Time,
  usePage,
} from '../../../platform/ui/index.js';
import { type Contacts, Ladder, objectionPaths } from '../../objections/index.js';
import { rightsPaths } from '../rights.paths.js';
import type { OwnRight, RightsView } from '../rights.service.js';
import { Asked, RightFacts, StateTag, useText } from './right-facts.js';

export const OwnRightsPage = ({ requests }: { readonly requests: readonly RightsView[] }) => {
  const t = useText();
  return (
    <Shell title={t('list.title')}>
      <H1>{t('list.title')}</H1>
      <Table
        caption={t('list.title')}
        captionHidden
        stacks
        head={[t('fact.kind'), t('fact.tool'), t('fact.state'), t('fact.due')]}
        rows={requests.map((request) => [
          <Link href={rightsPaths.own(request.id)}>{t(`right.short.${request.kind}`)}</Link>,
          request.toolName ?? t('fact.anyTool'),
          <StateTag state={request.state} />,
          <Time on={request.state.dueOn} />,
        ])}
        empty={t('list.empty')}
      />
      <ButtonGroup>
        <ButtonLink href={rightsPaths.start}>{t('list.new')}</ButtonLink>
        <Link href={rightsPaths.data}>{t('list.data')}</Link>
        <Link href={rightsPaths.mandates}>{t('list.mandates')}</Link>
        <Link href={objectionPaths.mine}>{t('list.objections')}</Link>
      </ButtonGroup>
    </Shell>
  );
};

/** What a request for restriction does meanwhile. */
const Pause = ({ request: { kind, state, liftReason } }: { readonly request: RightsView }) => {
  const t = useText();
  const { language } = usePage();
  if (kind !== 'restriction' || state.name === 'withdrawn') return null;
  if (!state.isPaused) return <Banner kind="info">{t('own.lifted')}</Banner>;
  return (
    <Banner kind="success" heading={state.liftsOn ? t('own.liftsOn', { date: formatDay(state.liftsOn, language) }) : t('own.paused')}>
      {liftReason ? <Text>{liftReason}</Text> : <Text>{t('own.pausedAttested')}</Text>}
    </Banner>
  );
};

const Answer = ({ request }: { readonly request: OwnRight }) => {
  const t = useText();
  const { language } = usePage();
  const { state, answer, recipients, extensionReason } = request;
  const date = formatDay(state.dueOn, language);
  if (answer === null)
    return (
      <section>
        <H2>{t('own.next')}</H2>
        {state.isOpen ? <Text>{t('own.nextText', { date })}</Text> : <Text>{t('own.withdrawn')}</Text>}
        {extensionReason ? (
          <>
            <Text>{t('own.extended', { date })}</Text>
            <Inset>{extensionReason}</Inset>
          </>
        ) : null}
      </section>
    );
  return (
    <section>
      <H2>{t('own.answer')}</H2>
      <Inset>{answer}</Inset>
      {request.files.length > 0 ? (
        <>
          <Text>{t('own.files')}</Text>
          <List
            items={request.files.map((file) => (
              <Link href={rightsPaths.file(request.id, file.id)}>{file.name}</Link>
            ))}
          />
        </>
      ) : null}
      {recipients ? <Text>{t(`own.recipients.${recipients}`)}</Text> : null}
      {state.name === 'granted' ? null : (
        <>
          <H2>{t('route.title')}</H2>
          <Text>{t(request.publicBody ? 'route.public' : 'route.private')}</Text>
        </>
      )}
    </section>
  );
};

export const OwnRightPage = ({ request, contacts }: { readonly request: OwnRight; readonly contacts: Contacts }) => {
  const t = useText();
  const { state } = request;
  return (
    <Shell title={t('own.title')} crumbs={[{ text: t('list.title'), href: rightsPaths.mine }, { text: request.reference }]}>
      {state.name === 'open' ? <Panel title={t('own.received')} reference={request.reference} /> : <H1>{t('own.title')}</H1>}
      {state.isOverdue ? <Banner kind="warning">{t('own.overdue')}</Banner> : null}
      <Pause request={request} />
      <RightFacts request={request} />
      <Asked request={request} />
      <Answer request={request} />
      <Ladder contacts={contacts} />
      {state.isOpen || state.isPaused ? (
        <section>
          <H2>{t('own.withdraw')}</H2>
          {state.isPaused ? <Text>{t('own.withdrawRestriction')}</Text> : null}
          <Form action={rightsPaths.withdrawal(request.id)} label={t('own.withdraw')}>
            <Button kind="secondary">{t('own.withdraw')}</Button>
          </Form>
        </section>
      ) : null}
    </Shell>
  );
};
