import {
  Button,
  Card,
  ErrorSummary,
  errorOf,
  Field,
  Form,
  H1,
  H2,
  Link,
  Radios,
  Select,
  Shell,
  Text,
  type FieldError,
} from '../../../platform/ui/index.js';
import type { Cells } from '../domain/person-line.js';
import { peoplePaths } from '../people.paths.js';
import type { Unit } from '../persons.repository.js';
import { useText } from './texts.js';

export interface Access {
  readonly hasAccount: boolean;
  readonly officer: boolean;
  readonly mayReset: boolean;
}
interface Props {
  /** Null: somebody new. */
  readonly id: string | null;
  readonly cells: Cells;
  readonly units: readonly Unit[];
  readonly access?: Access;
  readonly errors?: readonly FieldError[];
}

const Fields = ({ id, cells, units, errors }: Props) => {
  const t = useText();
  const error = (field: string) => errorOf(errors, field);
  const home = [
    { value: 'ja', text: t('fact.yes') },
    { value: 'nee', text: t('fact.no') },
  ];
  return (
    <>
      {id === null ? (
        <Field name="staff_number" label={t('people.staffNumber')} value={cells.staff_number} width={10} error={error('staff_number')} />
      ) : null}
      <Field name="name" label={t('people.name')} value={cells.name} width={30} autocomplete="off" error={error('name')} />
      <Field
        name="email"
        type="email"
        label={t('person.email')}
        hint={t('person.emailHint')}
        optional
        value={cells.email}
        width={30}
        autocomplete="off"
        error={error('email')}
      />
      <Select
        name="unit"
        label={t('people.unit')}
        items={units.map(({ name }) => ({ value: name, text: name }))}
        value={cells.unit}
        error={error('unit')}
      />
      <Field
        name="manager_staff_number"
        label={t('person.manager')}
        optional
        value={cells.manager_staff_number}
        width={10}
        error={error('manager_staff_number')}
      />
      <Field
        name="language"
        label={t('person.language')}
        hint={t('person.languageHint')}
        value={cells.language ?? 'nl'}
        width={3}
        error={error('language')}
      />
      <Field name="starts_on" type="date" label={t('person.starts')} value={cells.starts_on} width={10} error={error('starts_on')} />
      <Field
        name="ends_on"
        type="date"
        label={t('person.ends')}
        hint={t('person.endsHint')}
        optional
        value={cells.ends_on}
        width={10}
        error={error('ends_on')}
      />
      <Radios
        name="works_at_home"
        label={t('person.home')}
        items={home}
        value={cells.works_at_home ?? 'nee'}
        inline
        error={error('works_at_home')}
      />
      <Field name="device" label={t('person.device')} optional value={cells.device} width={20} error={error('device')} />
    </>
  );
};

const AccessCard = ({ id, access }: { readonly id: string; readonly access: Access }) => {
  const t = useText();
  const button = access.officer ? 'person.resetOfficer' : access.hasAccount ? 'person.reset' : 'person.invite';
  return (
    <Card>
      <H2>{t('person.access')}</H2>
      <Text>{t(access.hasAccount ? 'person.hasAccount' : 'person.noAccount')}</Text>
      {access.officer ? <Text>{t('person.officerText')}</Text> : null}
      {access.hasAccount && !access.mayReset ? null : (
        <Form action={peoplePaths.personInvitation(id)}>
          <Button kind="secondary">{t(button)}</Button>
        </Form>
      )}
      <Text>
        <Link href={peoplePaths.roles(id)}>{t('people.roles')}</Link>
      </Text>
    </Card>
  );
};

export const PersonPage = (props: Props) => {
  const { id, cells, access, errors } = props;
  const t = useText();
  const title = id === null ? t('person.new') : (cells.name ?? '');
  return (
    <Shell
      title={id === null ? title : t('people.title')}
      error={errors !== undefined}
      crumbs={[{ text: t('people.title'), href: peoplePaths.people }, { text: title }]}
    >
      <ErrorSummary errors={errors} />
      <H1>{title}</H1>
      {id !== null && access ? <AccessCard id={id} access={access} /> : null}
      <Form action={id === null ? peoplePaths.newPerson : peoplePaths.person(id)}>
        <Fields {...props} />
        <Button>{t('person.save')}</Button>
      </Form>
    </Shell>
  );
};
