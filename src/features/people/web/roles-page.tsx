import { roleName } from '../../../platform/i18n/index.js';
import {
  Button,
  ErrorSummary,
  errorOf,
  Form,
  formatInstantDay,
  H1,
  H2,
  LinkButton,
  Select,
  Shell,
  Table,
  Text,
  usePage,
  type FieldError,
} from '../../../platform/ui/index.js';
import { peoplePaths } from '../people.paths.js';
import type { RolesView } from '../roles.service.js';
import { useText } from './texts.js';

const Grants = ({ person, grants }: Pick<RolesView, 'person' | 'grants'>) => {
  const t = useText();
  const { language } = usePage();
  return (
    <Table
      caption={t('people.roles')}
      captionHidden
      head={[t('roles.choose'), t('org.state'), t('org.act')]}
      rows={grants.map((grant) => [
        roleName(grant.role, language),
        grant.acceptedAt ? t('roles.since', { when: formatInstantDay(grant.acceptedAt, language) }) : t('roles.waits'),
        grant.mayEnd ? (
          <Form action={peoplePaths.roleEnd(person.id, grant.id)} inline>
            <LinkButton>{t('roles.endOf', { role: roleName(grant.role, language) })}</LinkButton>
          </Form>
        ) : (
          ''
        ),
      ])}
      empty={t('roles.none')}
    />
  );
};

export const RolesPage = ({ view, errors }: { readonly view: RolesView; readonly errors?: readonly FieldError[] }) => {
  const t = useText();
  const { language } = usePage();
  const { person, mayGrant } = view;
  return (
    <Shell
      title={t('people.roles')}
      error={errors !== undefined}
      crumbs={[{ text: t('people.title'), href: peoplePaths.people }, { text: t('people.roles') }]}
    >
      <ErrorSummary errors={errors} />
      <H1 caption={person.unitName}>{t('people.rolesOf', { name: person.name })}</H1>
      <Grants {...view} />
      {view.councilOwn ? <Text>{t('roles.councilOwn')}</Text> : null}
      {mayGrant.length > 0 ? (
        <>
          <H2>{t('roles.give')}</H2>
          <Text>{t('roles.text')}</Text>
          <Form action={peoplePaths.roles(person.id)}>
            <Select
              name="role"
              label={t('roles.choose')}
              items={mayGrant.map((role) => ({ value: role, text: roleName(role, language) }))}
              error={errorOf(errors, 'role')}
            />
            <Button>{t('roles.button')}</Button>
          </Form>
        </>
      ) : null}
    </Shell>
  );
};
