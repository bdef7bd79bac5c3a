import { DateField, errorOf, Field, Radios, Text } from '../../../platform/ui/index.js';
import type { ConditionChoices } from '../conditions/promise.service.js';
import { conditionsIn } from '../conditions/typed-conditions.js';
import { consultationPaths } from '../consultation.paths.js';
import { ActPage, typedText, useTexts } from './act-page.js';
import { ConditionsPart } from './condition-fields.js';
import { type OfRequest, useCrumbs } from './of-request.js';

export interface DecidePageProps extends OfRequest {
  readonly choices: ConditionChoices;
}

export const DecidePage = ({ request, choices, typed, errors, identity, keyOfPress }: DecidePageProps) => {
  const t = useTexts();
  const votes = (name: 'votesFor' | 'votesAgainst' | 'votesAbstained', label: string) => (
    <Field name={name} type="number" width={4} label={label} value={typedText(typed, name)} error={errorOf(errors, name)} />
  );
  return (
    <ActPage
      title={t('decide.title')}
      crumbs={useCrumbs({ request })}
      lead={t('decide.lead')}
      action={consultationPaths.decision(request.id)}
      consequence={t('decide.consequence')}
      button={t('decide.button')}
      errors={errors}
      identity={identity}
      keyOfPress={keyOfPress}
    >
      <Radios
        name="decision"
        label={t('decide.outcome')}
        items={(['granted', 'granted_with_conditions', 'refused'] as const).map((value) => ({ value, text: t(`outcome.${value}`) }))}
        value={typedText(typed, 'decision')}
        error={errorOf(errors, 'decision')}
      />
      <Field
        name="reasons"
        type="textarea"
        limit={10_000}
        label={t('decide.reasons')}
        hint={t('decide.reasonsHint')}
        value={typedText(typed, 'reasons')}
        error={errorOf(errors, 'reasons')}
      />
      <DateField name="decidedOn" label={t('decide.on')} value={typedText(typed, 'decidedOn')} error={errorOf(errors, 'decidedOn')} />
      <Text>{t('decide.votesHint')}</Text>
      {votes('votesFor', t('decide.for'))}
      {votes('votesAgainst', t('decide.against'))}
      {votes('votesAbstained', t('decide.abstained'))}
      <DateField
        name="expiresOn"
        optional
        label={t('decide.expires')}
        hint={t('decide.expiresHint')}
        value={typedText(typed, 'expiresOn')}
        error={errorOf(errors, 'expiresOn')}
      />
      <ConditionsPart rows={conditionsIn(typed ?? {}).rows} choices={choices} errors={errors} />
    </ActPage>
  );
};
