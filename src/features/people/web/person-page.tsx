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

type FieldsProps = Pick<Props, 'id' | 'cells' | 'units' | 'errors'>;

const WhoFields = ({ id, cells, errors }: FieldsProps) => {
  const t = useText();
  const own = (field: keyof Cells) => ({ name: field, value: cells[field], error: errorOf(errors, field) });
  return (
    <>
      {id === null ? <Field {...own('staff_number')} label={t('people.staffNumber')} width={10} /> : null}
      <Field {...own('name')} label={t('people.name')} width={30} autocomplete="off" />
      <Field {...own('email')} type="email" label={t('person.email')} hint={t('person.emailHint')} optional width={30} autocomplete="off" />
      <Field {...own('language')} value={cells.language ?? 'nl'} label={t('person.language')} hint={t('person.languageHint')} width={3} />
    </>
  );
};

const WorkFields = ({ cells, units, errors }: FieldsProps) => {
  const t = useText();
  const own = (field: keyof Cells) => ({ name: field, value: cells[field], error: errorOf(errors, field) });
  const home = [
    { value: 'ja', text: t('fact.yes') },
    { value: 'nee', text: t('fact.no') },
  ];
  return (
    <>
      <Select {...own('unit')} label={t('people.unit')} items={units.map(({ name }) => ({ value: name, text: name }))} />
      <Field {...own('manager_staff_number')} label={t('person.manager')} optional width={10} />
      <Field {...own('starts_on')} type="date" label={t('person.starts')} width={10} />
      <Field {...own('ends_on')} type="date" label={t('person.ends')} hint={t('person.endsHint')} optional width={10} />
      <Radios {...own('works_at_home')} value={cells.works_at_home ?? 'nee'} label={t('person.home')} items={home} inline />
      <Field {...own('device')} label={t('person.device')} optional width={20} />
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
        <WhoFields {...props} />
        <WorkFields {...props} />
        <Button>{t('person.save')}</Button>
      </Form>
    </Shell>
  );
};
