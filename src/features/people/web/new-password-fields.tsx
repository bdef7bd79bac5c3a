import { errorOf, Field, type FieldError } from '../../../platform/ui/index.js';
import { useText } from './texts.js';

export const NewPasswordFields = ({ errors }: { readonly errors?: readonly FieldError[] }) => {
  const t = useText();
  return (
    <>
      <Field
        name="newPassword"
        type="password"
        label={t('password.new')}
        hint={t('password.hint')}
        autocomplete="new-password"
        width={20}
        error={errorOf(errors, 'newPassword')}
      />
      <Field
        name="repeated"
        type="password"
        label={t('password.repeated')}
        autocomplete="new-password"
        width={20}
        error={errorOf(errors, 'repeated')}
      />
    </>
  );
};
