import { Button, ErrorSummary, errorOf, Field, type FieldError, Form, H1, Lead, Shell, Warning } from '../../../platform/ui/index.js';
import { IdentityFields, type IdentityAsked } from '../../people/index.js';
import { councilPaths } from '../council.paths.js';
import { useTexts } from '../council-texts.js';
import { type Body, typedIn } from '../typed.js';

interface Props {
  readonly asked: IdentityAsked;
  readonly keyOfPress: string;
  readonly typed?: Body;
  readonly errors?: readonly FieldError[];
}

/** The administrator, when the council has no officers and its members cannot choose them. */
export const ResetPage = ({ asked, keyOfPress, typed, errors }: Props) => {
  const t = useTexts();
  const person = (field: 'chair' | 'secretary') => (
    <Field name={field} label={t(field)} hint={t('reset.person')} value={typedIn(typed, field)} width={30} error={errorOf(errors, field)} />
  );
  return (
    <Shell title={t('reset.title')} error={(errors?.length ?? 0) > 0}>
      <ErrorSummary errors={errors} />
      <H1>{t('reset.title')}</H1>
      <Lead>{t('reset.lead')}</Lead>
      <Form action={councilPaths.reset} idempotencyKey={keyOfPress}>
        {person('chair')}
        {person('secretary')}
        <Field
          name="reason"
          type="textarea"
          label={t('reset.reason')}
          hint={t('reset.reasonHint')}
          limit={2000}
          value={typedIn(typed, 'reason')}
          error={errorOf(errors, 'reason')}
        />
        <IdentityFields asked={asked} errors={errors} />
        <Warning>{t('reset.consequence')}</Warning>
        <Button kind="warning">{t('reset.button')}</Button>
      </Form>
    </Shell>
  );
};
