import {
  Button,
  ErrorSummary,
  errorOf,
  Field,
  Form,
  H1,
  H2,
  Link,
  Shell,
  Table,
  formatNumber,
  usePage,
  type FieldError,
} from '../../../platform/ui/index.js';
import { peoplePaths } from '../people.paths.js';
import type { Unit } from '../persons.repository.js';
import { useText } from './texts.js';

interface Props {
  readonly units: readonly Unit[];
  readonly typed?: string;
  readonly errors?: readonly FieldError[];
}

export const UnitsPage = ({ units, typed, errors }: Props) => {
  const t = useText();
  const { language } = usePage();
  return (
    <Shell
      title={t('units.title')}
      error={errors !== undefined}
      crumbs={[{ text: t('people.title'), href: peoplePaths.people }, { text: t('units.title') }]}
    >
      <ErrorSummary errors={errors} />
      <H1>{t('units.title')}</H1>
      <Table
        caption={t('units.title')}
        captionHidden
        head={[t('units.name'), { text: t('units.persons'), numeric: true }, t('org.act')]}
        rows={units.map((unit) => [
          unit.name,
          formatNumber(unit.persons, language),
          <Link href={peoplePaths.unit(unit.id)}>{t('units.rename')}</Link>,
        ])}
        empty={t('units.empty')}
      />
      <H2>{t('units.add')}</H2>
      <Form action={peoplePaths.units}>
        <Field name="name" label={t('units.name')} value={typed} width={30} error={errorOf(errors, 'name')} />
        <Button>{t('units.add')}</Button>
      </Form>
    </Shell>
  );
};

export const UnitPage = ({
  id,
  typed,
  errors,
}: {
  readonly id: string;
  readonly typed: string;
  readonly errors?: readonly FieldError[];
}) => {
  const t = useText();
  return (
    <Shell
      title={t('units.rename')}
      error={errors !== undefined}
      crumbs={[{ text: t('units.title'), href: peoplePaths.units }, { text: t('units.rename') }]}
    >
      <ErrorSummary errors={errors} />
      <H1>{t('units.rename')}</H1>
      <Form action={peoplePaths.unit(id)}>
        <Field name="name" label={t('units.name')} value={typed} width={30} error={errorOf(errors, 'name')} />
        <Button>{t('person.save')}</Button>
      </Form>
    </Shell>
  );
};
