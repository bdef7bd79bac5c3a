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
  Shell,
  Text,
  Warning,
} from '../../../platform/ui/index.js';
import { complaintPaths } from '../complaints.paths.js';
import { useText } from './texts.js';

export interface KeyPageProps {
  readonly state: 'none' | 'unproven' | 'locked' | 'open';
  readonly suggestion: string;
  readonly errors?: readonly FieldError[];
}

const Make = ({ suggestion, errors, again }: Omit<KeyPageProps, 'state'> & { readonly again: boolean }) => {
  const t = useText();
  return (
    <Form action={complaintPaths.key} label={t(again ? 'key.again' : 'key.make')}>
      <Text>{t('key.suggestion', { secret: suggestion })}</Text>
      <Field
        name="chosen"
        type="password"
        label={t('key.secret')}
        hint={t('key.secretHint')}
        autocomplete="new-password"
        width={30}
        error={errorOf(errors, 'chosen')}
      />
      <Field
        name="repeat"
        type="password"
        label={t('key.repeat')}
        autocomplete="new-password"
        width={30}
        error={errorOf(errors, 'repeat')}
      />
      <Button kind={again ? 'secondary' : 'primary'}>{t(again ? 'key.again' : 'key.make')}</Button>
    </Form>
  );
};

const Open = ({ proves, errors }: { readonly proves: boolean; readonly errors?: readonly FieldError[] }) => {
  const t = useText();
  const title = t(proves ? 'key.proveTitle' : 'key.openTitle');
  return (
    <section>
      <H2>{title}</H2>
      {proves ? <Text>{t('key.proveText')}</Text> : null}
      <Form action={complaintPaths.openKey} label={title}>
        <Field name="secret" type="password" label={t('key.secret')} autocomplete="off" width={30} error={errorOf(errors, 'secret')} />
        <Button>{t('key.open')}</Button>
      </Form>
    </section>
  );
};

/** A handler's own key: make it, show that it opens, open and lock it. */
export const KeyPage = ({ state, suggestion, errors }: KeyPageProps) => {
  const t = useText();
  return (
    <Shell
      title={t('key.title')}
      error={Boolean(errors?.length)}
      crumbs={[{ text: t('cases.title'), href: complaintPaths.cases }, { text: t('key.title') }]}
    >
      <ErrorSummary errors={errors} />
      <H1>{t('key.title')}</H1>
      <Text>{t('key.intro')}</Text>
      {state === 'none' ? null : <Banner kind={state === 'open' ? 'success' : 'info'}>{t(`cases.key.${state}`)}</Banner>}
      {state === 'unproven' || state === 'locked' ? <Open proves={state === 'unproven'} errors={errors} /> : null}
      {state === 'open' ? (
        <Form action={complaintPaths.lockKey} label={t('cases.lock')}>
          <Button kind="secondary">{t('cases.lock')}</Button>
        </Form>
      ) : null}
      <Warning>{t('key.lost')}</Warning>
      {state === 'none' ? (
        <Make suggestion={suggestion} errors={errors} again={false} />
      ) : (
        <Details summary={t('key.again')} open={Boolean(errors?.some(({ field }) => field !== 'secret'))}>
          <Text>{t('key.againText')}</Text>
          <Make suggestion={suggestion} errors={errors} again />
        </Details>
      )}
    </Shell>
  );
};
