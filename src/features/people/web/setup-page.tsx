import { Button, ErrorSummary, errorOf, Field, Form, H1, Lead, Radios, Shell, type FieldError } from '../../../platform/ui/index.js';
import { valueWords } from '../facts.catalogue.js';
import { usePage } from '../../../platform/ui/index.js';
import { peoplePaths } from '../people.paths.js';
import { NewPasswordFields } from './new-password-fields.js';
import { useText } from './texts.js';

type Typed = Readonly<Partial<Record<'organisation' | 'unit' | 'name' | 'staffNumber' | 'email' | 'language', string>>>;
interface Props {
  readonly code: string;
  readonly typed?: Typed;
  readonly errors?: readonly FieldError[];
}

export const SetupPage = ({ code, typed = {}, errors }: Props) => {
  const t = useText();
  const { language } = usePage();
  const error = (field: string) => errorOf(errors, field);
  return (
    <Shell title={t('setup.title')} error={errors !== undefined}>
      <ErrorSummary errors={errors} />
      <H1>{t('setup.title')}</H1>
      <Lead>{t('setup.text')}</Lead>
      <Form action={peoplePaths.setup(code)}>
        <Field
          name="organisation"
          label={t('setup.organisation')}
          value={typed.organisation}
          autocomplete="organization"
          error={error('organisation')}
        />
        <Radios
          name="jurisdiction"
          label={t('setup.jurisdiction')}
          hint={t('setup.jurisdictionHint')}
          items={[{ value: 'NL', text: valueWords('NL', language) }]}
          value="NL"
          error={error('jurisdiction')}
        />
        <Field name="unit" label={t('setup.unit')} value={typed.unit} error={error('unit')} />
        <Field name="name" label={t('setup.name')} value={typed.name} autocomplete="name" error={error('name')} />
        <Field name="staffNumber" label={t('setup.staffNumber')} value={typed.staffNumber} width={10} error={error('staffNumber')} />
        <Field
          name="email"
          type="email"
          label={t('setup.email')}
          value={typed.email}
          autocomplete="email"
          width={30}
          error={error('email')}
        />
        <LanguageRadios label={t('setup.language')} value={typed.language ?? language} error={error('language')} />
        <NewPasswordFields errors={errors} />
        <Button>{t('setup.button')}</Button>
      </Form>
    </Shell>
  );
};

export const LanguageRadios = ({ label, value, error }: { readonly label: string; readonly value: string; readonly error?: string }) => {
  const t = useText();
  const items = [
    { value: 'nl', text: t('language.nl') },
    { value: 'en', text: t('language.en') },
  ];
  return <Radios name="language" label={label} items={items} value={value} inline error={error} />;
};
