import { text } from '../../../platform/i18n/index.js';
import {
  Banner,
  Button,
  Document,
  ErrorSummary,
  Field,
  type FieldError,
  Form,
  H1,
  Lead,
  Link,
  Shell,
  Text,
  usePage,
} from '../../../platform/ui/index.js';
import { gateCatalogue } from '../gate.catalogue.js';
import { gatePaths } from '../gate.paths.js';

interface Of {
  readonly toolId: string;
  readonly name: string;
}

export interface StopPageProps extends Of {
  readonly running: boolean;
  readonly attested: boolean;
  readonly byList: boolean;
  readonly minutes: number;
  readonly idempotencyKey: string;
  readonly errors?: readonly FieldError[];
  readonly typed?: string;
}

const useText = () => text(gateCatalogue, usePage().language);

const effect = (props: StopPageProps): 'stop.notRunning' | 'stop.attested' | 'stop.list' | 'stop.running' => {
  if (!props.running) return 'stop.notRunning';
  if (props.byList) return 'stop.list';
  return props.attested ? 'stop.attested' : 'stop.running';
};

/** Two clicks: the link that leads here, and the button. No reason is asked. */
export const StopPage = (props: StopPageProps) => {
  const t = useText();
  const title = t('stop.title', { name: props.name });
  return (
    <Shell
      title={title}
      error={Boolean(props.errors)}
      crumbs={[{ href: gatePaths.dossier(props.toolId), text: props.name }, { text: t('stop.button') }]}
    >
      <ErrorSummary errors={props.errors} />
      <H1>{title}</H1>
      <Lead>{t('stop.lead')}</Lead>
      <Text>{t(effect(props), { minutes: props.minutes })}</Text>
      <Form action={gatePaths.stop(props.toolId)} idempotencyKey={props.idempotencyKey}>
        <Button kind="warning">{t('stop.button')}</Button>
        <Field
          name="reason"
          type="textarea"
          rows={3}
          label={t('stop.reason')}
          value={props.typed}
          limit={2000}
          error={props.errors?.[0]?.text}
        />
      </Form>
    </Shell>
  );
};

export const StopLetterPage = ({ toolId, name, letter }: Of & { readonly letter: string }) => {
  const t = useText();
  return (
    <Shell title={t('stop.letterTitle')} crumbs={[{ href: gatePaths.dossier(toolId), text: name }, { text: t('stop.letterTitle') }]}>
      <H1>{t('stop.letterTitle')}</H1>
      <Text>{t('stop.letterIntro')}</Text>
      <Document label={t('stop.letterTitle')}>
        {letter.split('\n\n').map((paragraph) => (
          <Text key={paragraph}>{paragraph}</Text>
        ))}
      </Document>
    </Shell>
  );
};

export interface RestartPageProps extends Of {
  readonly why: string;
  /** Why it cannot be lifted by this reader now; null: it can. */
  readonly obstacle: { readonly text: string; readonly link: { readonly href: string; readonly text: string } | null } | null;
  readonly errors?: readonly FieldError[];
  readonly typed?: string;
}

export const RestartPage = (props: RestartPageProps) => {
  const t = useText();
  return (
    <Shell
      title={t('restart.title')}
      error={Boolean(props.errors)}
      crumbs={[{ href: gatePaths.dossier(props.toolId), text: props.name }, { text: t('restart.title') }]}
    >
      <ErrorSummary errors={props.errors} />
      <H1>{t('restart.title')}</H1>
      <Text>{props.why}</Text>
      <Lead>{t('restart.lead')}</Lead>
      {props.obstacle ? (
        <Banner kind="warning" heading={t('restart.not')}>
          <p>{props.obstacle.text}</p>
          {props.obstacle.link ? <Link href={props.obstacle.link.href}>{props.obstacle.link.text}</Link> : null}
        </Banner>
      ) : (
        <Form action={gatePaths.restart(props.toolId)}>
          <Field
            name="reason"
            type="textarea"
            label={t('restart.reason')}
            value={props.typed}
            limit={2000}
            error={props.errors?.[0]?.text}
          />
          <Button>{t('restart.button')}</Button>
        </Form>
      )}
    </Shell>
  );
};
