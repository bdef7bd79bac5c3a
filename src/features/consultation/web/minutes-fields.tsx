import { DateField, errorOf, Field, Radios, Text } from '../../../platform/ui/index.js';
import { type Typed, typedText, useTexts } from './act-page.js';

type MinutesProps = Pick<Typed, 'typed' | 'errors'>;

/** Which word the minutes of the council's meeting have for it. */
export const OutcomeField = ({ body, typed, errors }: MinutesProps & { readonly body: string }) => {
  const t = useTexts();
  return (
    <Radios
      name="decision"
      label={t('decide.outcome', { body })}
      items={(['granted', 'granted_with_conditions', 'refused'] as const).map((value) => ({ value, text: t(`outcome.${value}`) }))}
      value={typedText(typed, 'decision')}
      error={errorOf(errors, 'decision')}
    />
  );
};

/** The day and the totals of the minutes. */
export const TotalsFields = ({ typed, errors }: MinutesProps) => {
  const t = useTexts();
  const votes = (name: 'votesFor' | 'votesAgainst' | 'votesAbstained', label: string) => (
    <Field name={name} type="number" width={4} label={label} value={typedText(typed, name)} error={errorOf(errors, name)} />
  );
  return (
    <>
      <DateField name="decidedOn" label={t('decide.on')} value={typedText(typed, 'decidedOn')} error={errorOf(errors, 'decidedOn')} />
      <Text>{t('decide.votesHint')}</Text>
      {votes('votesFor', t('decide.for'))}
      {votes('votesAgainst', t('decide.against'))}
      {votes('votesAbstained', t('decide.abstained'))}
    </>
  );
};
