import {
  Button,
  ButtonGroup,
  ButtonLink,
  ErrorSummary,
  errorOf,
  Field,
  Form,
  formatNumber,
  H1,
  Lead,
  Link,
  Pagination,
  Select,
  Shell,
  Table,
  Text,
  Time,
  usePage,
  type FieldError,
} from '../../../platform/ui/index.js';
import { peoplePaths } from '../people.paths.js';
import type { PersonLine, Unit } from '../persons.repository.js';
import { useText } from './texts.js';

interface Props {
  readonly persons: readonly PersonLine[];
  readonly total: number;
  readonly pages: number;
  readonly page: number;
  readonly units: readonly Unit[];
  readonly unit: string | null;
  /** Null: nobody searched. */
  readonly searched: string | null;
  /** HR and administrator change; council officers only look, to give a role. */
  readonly mayWrite: boolean;
  readonly errors?: readonly FieldError[];
}

const Persons = ({ persons, mayWrite }: Pick<Props, 'persons' | 'mayWrite'>) => {
  const t = useText();
  return (
    <Table
      caption={t('people.title')}
      captionHidden
      head={[t('people.name'), t('people.staffNumber'), t('people.unit'), t('people.account'), t('people.lastDay'), t('people.roles')]}
      rows={persons.map((person) => [
        mayWrite ? <Link href={peoplePaths.person(person.id)}>{person.name}</Link> : person.name,
        person.staffNumber,
        person.unitName,
        t(person.hasAccount ? 'fact.yes' : 'fact.no'),
        person.endsOn ? <Time on={person.endsOn} /> : '',
        <Link href={peoplePaths.roles(person.id)}>{t('people.rolesOf', { name: person.name })}</Link>,
      ])}
      empty={t('people.empty')}
    />
  );
};

const UnitFilter = ({ units, unit }: Pick<Props, 'units' | 'unit'>) => {
  const t = useText();
  if (units.length < 2) return null;
  return (
    <Form action={peoplePaths.people} method="get">
      <Select name="unit" label={t('people.unitFilter')} items={units.map(({ id, name }) => ({ value: id, text: name }))} value={unit} />
      <Button kind="secondary">{t('people.searchButton')}</Button>
    </Form>
  );
};

const Found = ({ searched, total, persons }: Props) => {
  const t = useText();
  const { language } = usePage();
  if (searched === null) return null;
  return (
    <>
      <Lead>{t('people.found', { n: total })}</Lead>
      {total > persons.length && persons.length > 0 ? (
        <Text>{t('people.firstOnly', { n: formatNumber(persons.length, language) })}</Text>
      ) : null}
      <Text>
        <Link href={peoplePaths.people}>{t('people.all')}</Link>
      </Text>
    </>
  );
};

/** Searching posts: what somebody looks for stays out of addresses and logs. */
export const PeoplePage = (props: Props) => {
  const { persons, page, pages, units, unit, searched, mayWrite, errors } = props;
  const t = useText();
  return (
    <Shell title={t('people.title')} error={errors !== undefined}>
      <ErrorSummary errors={errors} />
      <H1>{t('people.title')}</H1>
      <Text>{t('people.text')}</Text>
      {mayWrite ? (
        <ButtonGroup>
          <ButtonLink href={peoplePaths.newPerson}>{t('people.add')}</ButtonLink>
          <ButtonLink href={peoplePaths.imports} kind="secondary">
            {t('people.import')}
          </ButtonLink>
          <Link href={peoplePaths.units}>{t('units.title')}</Link>
        </ButtonGroup>
      ) : null}
      <Form action={peoplePaths.search}>
        <Field name="text" type="search" label={t('people.search')} value={searched} width={30} error={errorOf(errors, 'text')} />
        <Button kind="secondary">{t('people.searchButton')}</Button>
      </Form>
      <Found {...props} />
      {searched === null ? <UnitFilter units={units} unit={unit} /> : null}
      {searched !== null && persons.length === 0 ? null : <Persons persons={persons} mayWrite={mayWrite} />}
      <Pagination page={page} pages={pages} href={(n) => peoplePaths.peoplePage(n, unit)} />
    </Shell>
  );
};
