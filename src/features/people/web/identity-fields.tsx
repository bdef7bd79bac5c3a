import { errorOf, Field, Inset, type FieldError } from '../../../platform/ui/index.js';
import type { IdentityAsked } from '../identity.js';
import { useText } from './texts.js';

/** The password again, and the code of an enrolled telephone: the last fields of a form that confirms an act. Names: `password`, `totp`. */
export const IdentityFields = ({ asked, errors }: { readonly asked: IdentityAsked; readonly errors?: readonly FieldError[] }) => {
  const t = useText();
  return (
    <>
      <Field
        name="password"
        type="password"
        label={t('identity.password')}
        hint={t('identity.hint')}
        autocomplete="current-password"
        width={20}
        error={errorOf(errors, 'password')}
      />
      {asked.totp ? <CodeField name="totp" demoCode={asked.demoCode} error={errorOf(errors, 'totp')} /> : null}
    </>
  );
};

export const CodeField = ({
  name,
  demoCode,
  error,
}: {
  readonly name: string;
  readonly demoCode: string | null;
  readonly error?: string;
}) => {
  const t = useText();
  return (
    <>
      {demoCode ? <Inset>{t('code.demo')}</Inset> : null}
      <Field
        name={name}
        label={t('code.label')}
        value={demoCode}
        inputmode="numeric"
        autocomplete="one-time-code"
        width={10}
        error={error}
      />
    </>
  );
};
