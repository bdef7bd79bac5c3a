import {
  Button,
  Code,
  ErrorSummary,
  errorOf,
  Field,
  Form,
  H1,
  Inset,
  Shell,
  Text,
  Warning,
  type FieldError,
} from '../../../platform/ui/index.js';
import { peoplePaths } from '../people.paths.js';
import { NewPasswordFields } from './new-password-fields.js';
import { useText } from './texts.js';

interface Errors {
  readonly errors?: readonly FieldError[];
}

export const InvitationPage = ({ errors }: Errors) => {
  const t = useText();
  return (
    <Shell title={t('invitation.title')} error={errors !== undefined}>
      <ErrorSummary errors={errors} />
      <H1>{t('invitation.title')}</H1>
      <Text>{t('invitation.text')}</Text>
      <Form action={peoplePaths.invitation}>
        <Field name="code" label={t('invitation.code')} autocomplete="off" width={30} error={errorOf(errors, 'code')} />
        <Button>{t('invitation.button')}</Button>
      </Form>
    </Shell>
  );
};

export const ChoosePasswordPage = ({ code, errors }: Errors & { readonly code: string }) => {
  const t = useText();
  return (
    <Shell title={t('choose.title')} error={errors !== undefined}>
      <ErrorSummary errors={errors} />
      <H1>{t('choose.title')}</H1>
      <Text>{t('choose.text')}</Text>
      <Form action={peoplePaths.invitationCode(code)}>
        <NewPasswordFields errors={errors} />
        <Button>{t('password.button')}</Button>
      </Form>
    </Shell>
  );
};

/** A code that is shown once. `hand`: an officer gives it in person. */
export const PrintedCodePage = ({ code, url, hand }: { readonly code: string; readonly url: string; readonly hand: boolean }) => {
  const t = useText();
  return (
    <Shell title={t('printed.title')}>
      <H1>{t('printed.title')}</H1>
      {hand ? null : <Warning>{t('printed.text')}</Warning>}
      <Inset>
        <Code value={code} large />
      </Inset>
      <Text>{hand ? t('printed.handOver', { url }) : t('printed.how', { url })}</Text>
    </Shell>
  );
};
