import {
  Button,
  Code,
  Details,
  ErrorSummary,
  errorOf,
  Field,
  Form,
  H1,
  H2,
  Inset,
  Link,
  List,
  Shell,
  Text,
  usePage,
  type FieldError,
} from '../../../platform/ui/index.js';
import type { Enrolment, MyAccount } from '../me.service.js';
import { peoplePaths } from '../people.paths.js';
import { CodeField, IdentityFields } from './identity-fields.js';
import { NewPasswordFields } from './new-password-fields.js';
import { LanguageRadios } from './setup-page.js';
import { useText } from './texts.js';

/** `which` says in which of the forms the mistakes are. */
interface MeProps {
  readonly account: MyAccount;
  readonly officer: boolean;
  readonly which?: 'language' | 'address';
  readonly errors?: readonly FieldError[];
}

const OfficerNote = ({ officer }: { readonly officer: boolean }) => {
  const t = useText();
  return officer ? <Inset>{t('me.officer')}</Inset> : null;
};

/** Chair and secretary confirm each other's accounts there. */
const Officers = () => {
  const t = useText();
  const { actor } = usePage();
  if (actor?.role !== 'or_chair' && actor?.role !== 'or_secretary') return null;
  return (
    <Text>
      <Link href={peoplePaths.officers}>{t('officers.title')}</Link>
    </Text>
  );
};

const Address = ({ account, officer, errors }: MeProps) => {
  const t = useText();
  return (
    <>
      <H2>{t('me.address')}</H2>
      <Text>{t('me.addressText', { address: account.mailAddress ?? account.email ?? t('me.addressNone') })}</Text>
      <OfficerNote officer={officer} />
      <Details summary={t('me.addressLabel')} open={errors !== undefined}>
        <Form action={peoplePaths.myAddress}>
          <Field
            name="address"
            type="email"
            label={t('me.addressLabel')}
            autocomplete="email"
            width={30}
            error={errorOf(errors, 'address')}
          />
          <IdentityFields asked={account.asked} errors={errors} />
          <Button>{t('me.addressButton')}</Button>
        </Form>
      </Details>
    </>
  );
};

export const MePage = (props: MeProps) => {
  const { account, officer, which, errors } = props;
  const t = useText();
  const { language } = usePage();
  const of = (form: MeProps['which']) => (which === form ? errors : undefined);
  return (
    <Shell title={t('me.title')} error={errors !== undefined}>
      <ErrorSummary errors={errors} />
      <H1>{t('me.title')}</H1>
      <H2>{t('me.language')}</H2>
      <Form action={peoplePaths.language}>
        <LanguageRadios label={t('setup.language')} value={language} error={errorOf(of('language'), 'language')} />
        <Button kind="secondary">{t('me.languageButton')}</Button>
      </Form>
      <H2>{t('me.password')}</H2>
      <Text>
        <Link href={peoplePaths.myPassword}>{t('password.button')}</Link>
      </Text>
      {account.council ? <Address {...props} errors={of('address')} /> : null}
      <H2>{t('me.code')}</H2>
      <Text>{account.enrolled ? t('me.codeOn') : t('me.codeOff')}</Text>
      <Text>
        <Link href={peoplePaths.myCode}>{account.enrolled ? t('me.codeDrop') : t('me.codeLink')}</Link>
      </Text>
      <OfficerNote officer={officer && account.enrolled} />
      <H2>{t('me.keys')}</H2>
      <Text>
        <Link href={peoplePaths.myKeys}>{t('me.keysLink')}</Link>
      </Text>
      <Officers />
    </Shell>
  );
};

export const PasswordPage = ({ account, officer, errors }: MeProps) => {
  const t = useText();
  return (
    <Shell title={t('me.password')} error={errors !== undefined}>
      <ErrorSummary errors={errors} />
      <H1>{t('me.password')}</H1>
      <Text>{t('me.passwordText')}</Text>
      <OfficerNote officer={officer} />
      <Form action={peoplePaths.myPassword}>
        <NewPasswordFields errors={errors} />
        <IdentityFields asked={account.asked} errors={errors} />
        <Button>{t('password.button')}</Button>
      </Form>
    </Shell>
  );
};

export const EnrolPage = ({ enrolment, errors }: { readonly enrolment: Enrolment; readonly errors?: readonly FieldError[] }) => {
  const t = useText();
  return (
    <Shell title={t('enrol.title')} error={errors !== undefined}>
      <ErrorSummary errors={errors} />
      <H1>{t('enrol.title')}</H1>
      <Text>{t('enrol.why')}</Text>
      <List
        kind="number"
        items={[
          t('enrol.step1'),
          <>
            {t('enrol.step2')} <Code value={enrolment.secret} large />
          </>,
          t('enrol.step3'),
        ]}
      />
      <Details summary={t('enrol.uri')}>
        <Code value={enrolment.uri} plain />
      </Details>
      <Form action={peoplePaths.myCode}>
        <CodeField name="code" demoCode={enrolment.demoCode} error={errorOf(errors, 'code')} />
        <Button>{t('enrol.button')}</Button>
      </Form>
    </Shell>
  );
};

export const DropCodePage = ({ account, officer, errors }: MeProps) => {
  const t = useText();
  return (
    <Shell title={t('me.codeDrop')} error={errors !== undefined}>
      <ErrorSummary errors={errors} />
      <H1>{t('me.codeDrop')}</H1>
      <Text>{t('me.codeDropText')}</Text>
      <OfficerNote officer={officer} />
      <Form action={peoplePaths.myCode}>
        <IdentityFields asked={account.asked} errors={errors} />
        <Button kind="warning">{t('me.codeDrop')}</Button>
      </Form>
    </Shell>
  );
};
