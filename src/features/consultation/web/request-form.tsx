import { Button, Checkbox, Checkboxes, DateField, errorOf, Field, Form, Text, usePage } from '../../../platform/ui/index.js';
import { text } from '../../../platform/i18n/index.js';
import { consultationPaths } from '../consultation.paths.js';
import { GROUNDS, type TouchedGround } from '../domain/grounds.js';
import { typedList, typedText, type Typed, useTexts } from './act-page.js';
import { prepareCatalogue } from '../prepare.catalogue.js';

export interface RequestFormProps extends Typed {
  readonly toolId: string;
  readonly number: number;
  /** Grounds that the dossier touches, each with why. */
  readonly touched: readonly TouchedGround[];
}

const Dates = ({ typed, errors }: RequestFormProps) => {
  const t = useTexts();
  const p = text(prepareCatalogue, usePage().language);
  return (
    <>
      <DateField
        name="intendedStartOn"
        optional
        label={t('prepare.start')}
        value={typedText(typed, 'intendedStartOn')}
        error={errorOf(errors, 'intendedStartOn')}
      />
      <DateField
        name="evaluationOn"
        label={t('prepare.evaluation')}
        value={typedText(typed, 'evaluationOn')}
        error={errorOf(errors, 'evaluationOn')}
      />
      <DateField
        name="trialUntil"
        optional
        label={p('trial')}
        hint={p('trialHint')}
        value={typedText(typed, 'trialUntil')}
        error={errorOf(errors, 'trialUntil')}
      />
    </>
  );
};

/** What HR writes of a request; it can be saved half done. */
export const RequestForm = (props: RequestFormProps) => {
  const t = useTexts();
  const p = text(prepareCatalogue, usePage().language);
  const { typed, errors } = props;
  const why = (touched: TouchedGround | undefined) => touched && p(`why.${touched.weight}`, { why: p(touched.why) });
  const area = (name: 'intendedDecision' | 'reasons' | 'consequences', label: string, hint?: string) => (
    <Field
      name={name}
      type="textarea"
      limit={10_000}
      label={label}
      hint={hint}
      value={typedText(typed, name)}
      error={errorOf(errors, name)}
    />
  );
  return (
    <Form action={consultationPaths.prepare(props.toolId, props.number)}>
      {area('intendedDecision', t('prepare.decision'), t('prepare.decisionHint'))}
      {area('reasons', t('prepare.reasons'))}
      {area('consequences', t('prepare.consequences'))}
      <Checkboxes
        name="grounds"
        label={t('prepare.grounds')}
        hint={t('prepare.groundsHint')}
        items={GROUNDS.map((ground) => ({
          value: ground,
          text: t(`ground.${ground}`),
          hint: why(props.touched.find((one) => one.ground === ground)),
        }))}
        values={typedList(typed, 'grounds')}
        error={errorOf(errors, 'grounds')}
      />
      <Checkbox
        name="alsoAdvice"
        text={t('prepare.alsoAdvice')}
        checked={typed?.['alsoAdvice'] === 'yes'}
        error={errorOf(errors, 'alsoAdvice')}
      />
      <Dates {...props} />
      <Text>{p('draft')}</Text>
      <Button kind="secondary">{t('prepare.save')}</Button>
    </Form>
  );
};
