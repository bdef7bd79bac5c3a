import {
  Button,
  Checkboxes,
  Code,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  H1,
  Lead,
  Link,
  Shell,
  Text,
  Warning,
} from '../../../platform/ui/index.js';
import { CHOSEN_KINDS } from '../domain/event.js';
import { webhookPaths } from '../webhooks.paths.js';
import { useText } from './receiver-parts.js';

export interface AddPageProps {
  readonly tools: readonly { readonly id: string; readonly name: string }[];
  readonly typed?: { readonly url: string; readonly kinds: readonly string[]; readonly tools: readonly string[] };
  readonly errors?: readonly FieldError[];
}

export const AddPage = ({ tools, typed, errors }: AddPageProps) => {
  const t = useText();
  return (
    <Shell
      title={t('new.title')}
      error={Boolean(errors)}
      crumbs={[{ href: webhookPaths.list, text: t('title') }, { text: t('new.title') }]}
    >
      <ErrorSummary errors={errors} />
      <H1>{t('new.title')}</H1>
      <Lead>{t('what')}</Lead>
      <Text>{t('new.lead')}</Text>
      <Form action={webhookPaths.add}>
        <Field name="url" label={t('new.url')} hint={t('new.urlHint')} value={typed?.url} error={errorOf(errors, 'url')} />
        <Checkboxes
          name="kinds"
          label={t('new.kinds')}
          hint={t('new.kindsHint')}
          items={CHOSEN_KINDS.map((kind) => ({ value: kind, text: t(`kind.${kind}`) }))}
          values={typed?.kinds ?? CHOSEN_KINDS}
          error={errorOf(errors, 'kinds')}
        />
        {tools.length > 0 ? (
          <Checkboxes
            name="tools"
            label={t('new.tools')}
            hint={t('new.toolsHint')}
            items={tools.map(({ id, name }) => ({ value: id, text: name }))}
            values={typed?.tools}
            error={errorOf(errors, 'tools')}
          />
        ) : null}
        <Button>{t('new.button')}</Button>
      </Form>
    </Shell>
  );
};

/** The one moment at which the secret can be read. */
export const SecretPage = ({ id, host, secret }: { readonly id: string; readonly host: string; readonly secret: string }) => {
  const t = useText();
  const title = t('secret.title', { host });
  return (
    <Shell title={title} crumbs={[{ href: webhookPaths.list, text: t('title') }, { text: host }]}>
      <H1>{title}</H1>
      <Warning>{t('secret.once')}</Warning>
      <Text>
        <Code value={secret} plain copy />
      </Text>
      <Text>{t('secret.use')}</Text>
      <Text>
        <Link href={webhookPaths.receiver(id)}>{t('secret.back')}</Link>
      </Text>
    </Shell>
  );
};

export const RemovalPage = ({ id, host }: { readonly id: string; readonly host: string }) => {
  const t = useText();
  const title = t('removal.title', { host });
  const crumbs = [
    { href: webhookPaths.list, text: t('title') },
    { href: webhookPaths.receiver(id), text: host },
    { text: t('removal.link') },
  ];
  return (
    <Shell title={title} crumbs={crumbs}>
      <H1>{title}</H1>
      <Text>{t('removal.text')}</Text>
      <Form action={webhookPaths.removal(id)}>
        <Button kind="warning">{t('removal.button')}</Button>
      </Form>
    </Shell>
  );
};
