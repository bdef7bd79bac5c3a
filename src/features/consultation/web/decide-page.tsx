import { DateField, Details, errorOf, Field, Fieldset, H2, Radios, Select, Text, usePage } from '../../../platform/ui/index.js';
import { LIMIT_KINDS } from '../../../policy/index.js';
import { limitKindText } from '../../tools/index.js';
import { CONDITION_PLACES } from '../consultation.dto.js';
import { consultationPaths } from '../consultation.paths.js';
import { ActPage, type Typed, typedText, useTexts } from './act-page.js';
import { type OfRequest, useCrumbs } from './of-request.js';

const ConditionFields = ({ at, typed, errors }: Typed & { readonly at: (typeof CONDITION_PLACES)[number] }) => {
  const t = useTexts();
  const { language } = usePage();
  const name = (part: 'Text' | 'Kind' | 'Value' | 'Owner' | 'Due'): string => `condition${at}${part}`;
  const open = ['Text', 'Value', 'Owner', 'Due'].some(
    (part) => typedText(typed, `condition${at}${part}`) || errorOf(errors, `condition${at}${part}`),
  );
  const kinds = [
    { value: 'promise', text: t('decide.promise') },
    ...LIMIT_KINDS.map((kind) => ({ value: kind, text: limitKindText(kind, language) })),
  ];
  return (
    <Details summary={t('decide.condition', { n: at })} open={open || (at === 1 && errorOf(errors, 'condition1Text') !== undefined)}>
      <Fieldset legend={t('decide.condition', { n: at })}>
        <Field
          name={name('Text')}
          type="textarea"
          rows={3}
          limit={2000}
          label={t('decide.conditionText', { n: at })}
          value={typedText(typed, name('Text'))}
          error={errorOf(errors, name('Text'))}
        />
        <Select
          name={name('Kind')}
          label={t('decide.conditionKind', { n: at })}
          items={kinds}
          value={typedText(typed, name('Kind')) ?? 'promise'}
          error={errorOf(errors, name('Kind'))}
        />
        <Field
          name={name('Value')}
          optional
          label={t('decide.conditionValue', { n: at })}
          hint={t('decide.conditionValueHint')}
          value={typedText(typed, name('Value'))}
          error={errorOf(errors, name('Value'))}
        />
        <Field
          name={name('Owner')}
          optional
          label={t('decide.conditionOwner', { n: at })}
          value={typedText(typed, name('Owner'))}
          error={errorOf(errors, name('Owner'))}
        />
        <DateField
          name={name('Due')}
          optional
          label={t('decide.conditionDue', { n: at })}
          value={typedText(typed, name('Due'))}
          error={errorOf(errors, name('Due'))}
        />
      </Fieldset>
    </Details>
  );
};

export const DecidePage = ({ request, typed, errors, identity, keyOfPress }: OfRequest) => {
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
      <H2>{t('decide.conditions')}</H2>
      <Text>{t('decide.conditionsHint')}</Text>
      {CONDITION_PLACES.map((at) => (
        <ConditionFields key={at} at={at} typed={typed} errors={errors} />
      ))}
    </ActPage>
  );
};
