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
import { isLimitKind, LIMIT_KINDS } from '../../../policy/index.js';
import { type LimitChoices, limitErrorPart, LimitFields, limitKindText } from '../../tools/index.js';
import { advicePaths } from '../assessments.paths.js';
import { ADVICES, conditionField, MAX_CONDITION, MAX_REASONS, type TypedAdvice, type TypedCondition } from '../domain/advice-form.js';
import { useAdviceText } from './frame.js';

export interface GiveAdviceProps {
  readonly versionId: string;
  readonly typed: TypedAdvice;
  /** What a limit on this version can be made of. */
  readonly choices: LimitChoices;
  readonly errors?: readonly FieldError[];
}

interface RowProps extends Pick<GiveAdviceProps, 'choices' | 'errors'> {
  readonly row: TypedCondition;
  readonly at: number;
}
const Row = ({ row, at, choices, errors }: RowProps) => {
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
        items={LIMIT_KINDS.map((kind) => ({ value: kind, text: limitKindText(kind, language) }))}
        error={errorOf(errors, name('limit'))}
      />
      {isLimitKind(row.limit) ? (
        <LimitFields kind={row.limit} choices={choices} typed={row} name={name} error={errorOf(errors, name(limitErrorPart(row.limit)))} />
      ) : null}
      <Text>
        <LinkButton name="_remove" value={String(at)}>
          {t('give.remove', { n: at + 1 })}
        </LinkButton>
      </Text>
    </Fieldset>
  );
};

export const GiveAdviceForm = ({ versionId, typed, choices, errors }: GiveAdviceProps) => {
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
          {/* Before the buttons that take a row away: Enter in a field presses the first button of a form. */}
          <Button kind="secondary" name="_show" value="yes">
            {t('give.show')}
          </Button>
          {typed.conditions.map((row, at) => (
            <Row key={at} {...{ row, at, choices, errors }} />
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
