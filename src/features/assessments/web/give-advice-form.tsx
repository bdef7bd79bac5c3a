import {
  Button,
  errorOf,
  Field,
  Fieldset,
  type FieldError,
  Form,
  H2,
  Hidden,
  LinkButton,
  Radios,
  Select,
  Text,
  usePage,
} from '../../../platform/ui/index.js';
import { LIMIT_KINDS } from '../../../policy/index.js';
import { limitKindText, valueLabel } from '../../tools/index.js';
import { advicePaths } from '../assessments.paths.js';
import { ADVICES, conditionField, MAX_CONDITION, MAX_REASONS, type TypedAdvice, type TypedCondition } from '../domain/advice-form.js';
import { useAdviceText } from './frame.js';

export interface GiveAdviceProps {
  readonly versionId: string;
  readonly typed: TypedAdvice;
  /** The codes of the version's purposes. */
  readonly purposes: readonly string[];
  readonly errors?: readonly FieldError[];
}

interface RowProps extends Pick<GiveAdviceProps, 'purposes' | 'errors'> {
  readonly row: TypedCondition;
  readonly at: number;
}
const Row = ({ row, at, purposes, errors }: RowProps) => {
  const t = useAdviceText();
  const { language } = usePage();
  const name = (field: keyof TypedCondition): string => conditionField(at, field);
  return (
    <Fieldset legend={t('give.condition', { n: at + 1 })}>
      <Field
        name={name('text')}
        type="textarea"
        rows={2}
        label={t('give.text')}
        value={row.text}
        limit={MAX_CONDITION}
        error={errorOf(errors, name('text'))}
      />
      <Select
        name={name('limit')}
        label={t('give.limit')}
        hint={t('give.noLimit')}
        optional
        value={row.limit}
        items={LIMIT_KINDS.filter((kind) => kind !== 'hours').map((kind) => ({ value: kind, text: limitKindText(kind, language) }))}
      />
      <Field
        name={name('value')}
        label={t('give.value')}
        hint={t('give.valueHint')}
        optional
        width={20}
        value={row.value}
        error={errorOf(errors, name('value'))}
      />
      <Select
        name={name('purpose')}
        label={t('give.purpose')}
        optional
        value={row.purpose}
        items={purposes.map((code) => ({ value: code, text: valueLabel('purposes[].code', code, language) }))}
      />
      <Text>
        <LinkButton name="_remove" value={String(at)}>
          {t('give.remove', { n: at + 1 })}
        </LinkButton>
      </Text>
    </Fieldset>
  );
};

export const GiveAdviceForm = ({ versionId, typed, purposes, errors }: GiveAdviceProps) => {
  const t = useAdviceText();
  return (
    <>
      <H2>{t('give.advice')}</H2>
      <Form action={advicePaths.give(versionId)}>
        <Hidden name="rows" value={String(typed.conditions.length)} />
        <Radios
          name="advice"
          label={t('give.advice')}
          value={typed.advice}
          items={ADVICES.map((advice) => ({ value: advice, text: t(`advice.${advice}`) }))}
          error={errorOf(errors, 'advice')}
        />
        <Field
          name="reasons"
          type="textarea"
          rows={6}
          label={t('give.reasons')}
          hint={t('give.reasonsHint')}
          value={typed.reasons}
          limit={MAX_REASONS}
          error={errorOf(errors, 'reasons')}
        />
        <Fieldset legend={t('give.conditions')} size="m">
          <Text>{t('give.conditionsHint')}</Text>
          {typed.conditions.map((row, at) => (
            <Row key={at} {...{ row, at, purposes, errors }} />
          ))}
          <Button kind="secondary" name="_add" value="row">
            {t('give.add')}
          </Button>
        </Fieldset>
        <Text>{t('give.consequence')}</Text>
        <Button name="_give" value="yes">
          {t('give.button')}
        </Button>
      </Form>
    </>
  );
};
