import { text } from '../../../platform/i18n/index.js';
import { Button, errorOf, Field, type FieldError, Form, H2, H3, Radios, Text, usePage } from '../../../platform/ui/index.js';
import { IdentityFields, type IdentityAsked } from '../../people/index.js';
import { GROUNDS } from '../domain/decision.js';
import { objectionsCatalogue } from '../objections.catalogue.js';
import { objectionPaths } from '../objections.paths.js';
import { type ProcedureKey, procedureCatalogue } from '../procedure.catalogue.js';

const useTexts = () => {
  const { language } = usePage();
  return { t: text(objectionsCatalogue, language), p: text(procedureCatalogue, language) };
};

export interface DecideProps {
  readonly id: string;
  readonly adviceIsUphold: boolean;
  readonly identity: IdentityAsked;
  readonly typed?: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldError[];
}

const Words = ({
  name,
  label,
  typed,
  errors,
}: Pick<DecideProps, 'typed' | 'errors'> & { readonly name: string; readonly label: ProcedureKey }) => {
  const { p } = useTexts();
  return <Field name={name} type="textarea" label={p(label)} limit={10_000} rows={6} value={typed?.[name]} error={errorOf(errors, name)} />;
};

const OnRejection = ({ adviceIsUphold, typed, errors }: DecideProps) => {
  const { p } = useTexts();
  return (
    <>
      <H3>{p('case.onlyRejected')}</H3>
      <Text>{p('case.onlyRejectedText')}</Text>
      <Radios
        name="ground"
        label={p('case.ground')}
        items={GROUNDS.map((value) => ({ value, text: p(`case.ground.${value}`) }))}
        value={typed?.['ground']}
        error={errorOf(errors, 'ground')}
      />
      <Words name="demonstration" label="case.demonstration" typed={typed} errors={errors} />
      {adviceIsUphold ? <Words name="deviation" label="case.deviation" typed={typed} errors={errors} /> : null}
    </>
  );
};

/** The decision: what it needs depends on which one it is, and the law puts the burden on the employer. */
export const DecideForm = (props: DecideProps) => {
  const { t, p } = useTexts();
  const { id, typed, errors } = props;
  return (
    <Form action={objectionPaths.decision(id)} label={t('case.decide')}>
      <H2>{t('case.decide')}</H2>
      <Text>{t('case.test')}</Text>
      <Radios
        name="decision"
        label={t('case.decide')}
        items={(['upheld', 'rejected'] as const).map((value) => ({ value, text: t(`case.${value}`) }))}
        value={typed?.['decision']}
        error={errorOf(errors, 'decision')}
      />
      <Field
        name="reasons"
        type="textarea"
        label={t('case.reasons')}
        limit={10_000}
        rows={6}
        value={typed?.['reasons']}
        error={errorOf(errors, 'reasons')}
      />
      <H3>{p('case.onlyUpheld')}</H3>
      <Words name="alternative" label="case.alternative" typed={typed} errors={errors} />
      <OnRejection {...props} />
      <Text>{t('case.after')}</Text>
      <IdentityFields asked={props.identity} errors={errors} />
      <Button>{t('case.submit')}</Button>
    </Form>
  );
};
