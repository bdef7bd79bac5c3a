import {
  Banner,
  Button,
  ErrorSummary,
  errorOf,
  Field,
  Form,
  H1,
  Hidden,
  Link,
  Shell,
  Text,
  type FieldError,
} from '../../../platform/ui/index.js';
import { peoplePaths } from '../people.paths.js';
import { CodeField } from './identity-fields.js';
import { useText } from './texts.js';

interface Errors {
  readonly errors?: readonly FieldError[];
}

/** What was typed as a name stays; a password never does. */
export const LoginPage = ({ next, login, errors }: Errors & { readonly next: string; readonly login?: string }) => {
  const t = useText();
  return (
    <Shell title={t('login.title')} error={errors !== undefined}>
      <ErrorSummary errors={errors} />
      <H1>{t('login.title')}</H1>
      <Form action={peoplePaths.login}>
        <Hidden name="_next" value={next} />
        <Field name="login" label={t('login.name')} value={login} autocomplete="username" width={30} error={errorOf(errors, 'login')} />
        <Field name="password" type="password" label={t('login.password')} autocomplete="current-password" width={20} />
        <Button>{t('login.button')}</Button>
      </Form>
      <Text>
        <Link href={peoplePaths.forgot}>{t('login.forgot')}</Link>
      </Text>
      <Text>
        <Link href={peoplePaths.invitation}>{t('login.code')}</Link>
      </Text>
    </Shell>
  );
};

export const LoginCodePage = ({ next, demoCode, errors }: Errors & { readonly next: string; readonly demoCode: string | null }) => {
  const t = useText();
  return (
    <Shell title={t('code.title')} error={errors !== undefined}>
      <ErrorSummary errors={errors} />
      <H1>{t('code.title')}</H1>
      <Text>{t('code.text')}</Text>
      <Form action={peoplePaths.loginCode}>
        <Hidden name="_next" value={next} />
        <CodeField name="code" demoCode={demoCode} error={errorOf(errors, 'code')} />
        <Button>{t('login.button')}</Button>
      </Form>
    </Shell>
  );
};

export const ForgotPage = ({ sent = false, errors }: Errors & { readonly sent?: boolean }) => {
  const t = useText();
  return (
    <Shell title={t('forgot.title')} error={errors !== undefined}>
      <ErrorSummary errors={errors} />
      <H1>{t('forgot.title')}</H1>
      {sent ? <Banner kind="success">{t('forgot.sent')}</Banner> : null}
      <Text>{t('forgot.text')}</Text>
      <Form action={peoplePaths.forgot}>
        <Field name="login" label={t('login.name')} autocomplete="username" width={30} error={errorOf(errors, 'login')} />
        <Button>{t('forgot.button')}</Button>
      </Form>
    </Shell>
  );
};
