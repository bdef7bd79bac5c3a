import { roleName } from '../../../platform/i18n/index.js';
import {
  Banner,
  Button,
  ErrorSummary,
  Form,
  formatInstant,
  H1,
  H2,
  Link,
  Shell,
  Table,
  Text,
  usePage,
  Warning,
  type FieldError,
} from '../../../platform/ui/index.js';
import type { OfficersView } from '../officers.service.js';
import { peoplePaths } from '../people.paths.js';
import { IdentityFields } from './identity-fields.js';
import { useText } from './texts.js';

export const OfficersPage = ({ view, me }: { readonly view: OfficersView; readonly me: string | null }) => {
  const t = useText();
  const { language } = usePage();
  return (
    <Shell title={t('officers.title')}>
      <H1>{t('officers.title')}</H1>
      <Text>{t('officers.text')}</Text>
      <Text>
        <Link href={peoplePaths.councilSettings}>{t('officers.find')}</Link>
      </Text>
      <Table
        caption={t('officers.members')}
        head={[t('people.name'), t('roles.choose')]}
        rows={view.members.map((member) => [member.name, roleName(member.role, language)])}
      />
      <H2>{t('officers.resets')}</H2>
      <Table
        caption={t('officers.resets')}
        captionHidden
        head={[t('people.name'), t('org.act')]}
        rows={view.resets.map((reset) => [
          t('officers.reset', { name: reset.name, when: formatInstant(reset.askedAt, language) }),
          reset.personId === me || reset.askedBy === me ? (
            ''
          ) : (
            <Link href={peoplePaths.resetConfirmation(reset.id)}>{t('org.confirm')}</Link>
          ),
        ])}
        empty={t('officers.noResets')}
      />
      <H2>{t('officers.ending')}</H2>
      <Text>{t('officers.endingText')}</Text>
      {view.ending?.askedBy === me ? (
        <Banner>{t('officers.endingAsked')}</Banner>
      ) : (
        <Text>
          <Link href={peoplePaths.councilEnding}>{t(view.ending ? 'officers.endingConfirm' : 'officers.endingAsk')}</Link>
        </Text>
      )}
    </Shell>
  );
};

interface ActProps {
  readonly title: string;
  readonly consequence: string;
  readonly button: string;
  readonly action: string;
  readonly asked: OfficersView['asked'];
  readonly errors?: readonly FieldError[];
}

/** One act of an officer: its consequence, who you are once more, and the button. */
export const OfficerActPage = ({ title, consequence, button, action, asked, errors }: ActProps) => {
  const t = useText();
  return (
    <Shell title={title} error={errors !== undefined} crumbs={[{ text: t('officers.title'), href: peoplePaths.officers }, { text: title }]}>
      <ErrorSummary errors={errors} />
      <H1>{title}</H1>
      <Warning>{consequence}</Warning>
      <Form action={action}>
        <IdentityFields asked={asked} errors={errors} />
        <Button>{button}</Button>
      </Form>
    </Shell>
  );
};
