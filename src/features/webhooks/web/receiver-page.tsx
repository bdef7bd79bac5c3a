import {
  Banner,
  Button,
  Code,
  Form,
  formatInstant,
  H1,
  H2,
  Hidden,
  Link,
  LinkButton,
  Shell,
  Summary,
  Table,
  Text,
  Time,
  usePage,
} from '../../../platform/ui/index.js';
import type { LetterRow, ReceiverRow } from '../receivers.repository.js';
import { webhookPaths } from '../webhooks.paths.js';
import { faultText, KindsOf, kindText, StateOf, ToolsOf, useText } from './receiver-parts.js';

export interface ReceiverPageProps {
  readonly receiver: ReceiverRow;
  readonly letters: readonly LetterRow[];
}

const Facts = ({ receiver }: Pick<ReceiverPageProps, 'receiver'>) => {
  const t = useText();
  const { secretAt, deliveredAt } = receiver;
  return (
    <Summary
      rows={[
        { key: t('state'), value: <StateOf receiver={receiver} /> },
        { key: t('url'), value: <Code value={receiver.url} plain /> },
        { key: t('tools'), value: <ToolsOf receiver={receiver} /> },
        { key: t('kinds'), value: <KindsOf receiver={receiver} /> },
        { key: t('since'), value: <Time at={receiver.addedAt} /> },
        { key: t('delivered'), value: deliveredAt ? <Time at={deliveredAt} /> : t('never') },
        ...(receiver.endedAt ? [] : [{ key: t('waiting'), value: t('waiting.n', { n: receiver.waiting }) }]),
        ...(secretAt ? [{ key: t('secretAt'), value: <Time at={secretAt} /> }] : []),
      ]}
    />
  );
};

/** How it stands, where it does not just work. */
const Standing = ({ receiver: { endedAt, failing } }: Pick<ReceiverPageProps, 'receiver'>) => {
  const t = useText();
  const { language } = usePage();
  if (endedAt) return <Banner kind="info">{<p>{t('ended', { at: formatInstant(endedAt, language) })}</p>}</Banner>;
  if (!failing) return null;
  return (
    <Banner kind="warning" heading={t('failing')}>
      <p>{faultText(t, failing.fault, failing.status)}</p>
      <p>{t('failing.next')}</p>
    </Banner>
  );
};

const Act = ({ receiver, letter }: { readonly receiver: ReceiverRow; readonly letter: LetterRow }) => {
  const t = useText();
  if (receiver.endedAt || letter.overtaken) return <>{t('letters.overtaken')}</>;
  const label = t('letters.againOf', { what: kindText(t, letter.kind), tool: letter.toolName });
  return (
    <Form action={webhookPaths.again(receiver.id)} inline label={label}>
      <Hidden name="event" value={letter.eventId} />
      <LinkButton>{t('letters.again')}</LinkButton>
    </Form>
  );
};

const Letters = ({ receiver, letters }: ReceiverPageProps) => {
  const t = useText();
  const some = letters.some(({ overtaken }) => !overtaken) && !receiver.endedAt;
  return (
    <>
      <H2>{t('letters.title')}</H2>
      {letters.length > 0 ? <Text>{t('letters.lead')}</Text> : null}
      <Table
        caption={t('letters.title')}
        captionHidden
        stacks
        head={[t('letters.what'), t('letters.tool'), t('letters.at'), t('letters.last'), t('letters.act')]}
        rows={letters.map((letter) => [
          kindText(t, letter.kind),
          letter.toolName,
          <Time at={letter.at} />,
          `${t('letters.attempts', { n: letter.attempts })}. ${faultText(t, letter.fault, letter.status)}`,
          <Act receiver={receiver} letter={letter} />,
        ])}
        empty={t('letters.none')}
      />
      {some && letters.length > 1 ? (
        <Form action={webhookPaths.again(receiver.id)}>
          <Button kind="secondary">{t('letters.all')}</Button>
        </Form>
      ) : null}
    </>
  );
};

export const ReceiverPage = (props: ReceiverPageProps) => {
  const t = useText();
  const { receiver } = props;
  return (
    <Shell title={receiver.host} crumbs={[{ href: webhookPaths.list, text: t('title') }, { text: receiver.host }]}>
      <H1>{receiver.host}</H1>
      <Standing {...props} />
      <Facts {...props} />
      <Letters {...props} />
      {receiver.endedAt ? null : (
        <>
          <H2>{t('secret.heading')}</H2>
          <Text>{t('secret.text')}</Text>
          <Form action={webhookPaths.secret(receiver.id)}>
            <Button kind="secondary">{t('secret.button')}</Button>
          </Form>
          <Text>
            <Link href={webhookPaths.removal(receiver.id)}>{t('removal.link')}</Link>
          </Text>
        </>
      )}
    </Shell>
  );
};
