import { DateField, errorOf, Field, Radios } from '../../../platform/ui/index.js';
import { consultationPaths } from '../consultation.paths.js';
import { ActPage, typedText, useTexts } from './act-page.js';
import { type OfRequest, useCrumbs } from './of-request.js';

export const WithdrawPage = ({ request, typed, errors }: OfRequest) => {
  const t = useTexts();
  return (
    <ActPage
      title={t('withdraw.title')}
      crumbs={useCrumbs({ request })}
      action={consultationPaths.withdrawal(request.id)}
      consequence={t('withdraw.consequence')}
      button={t('withdraw.button')}
      errors={errors}
      danger
    >
      <Field
        name="reason"
        type="textarea"
        rows={3}
        limit={2000}
        label={t('withdraw.reason')}
        value={typedText(typed, 'reason')}
        error={errorOf(errors, 'reason')}
      />
    </ActPage>
  );
};

export const PersonnelMeetingPage = ({ request, typed, errors }: OfRequest) => {
  const t = useTexts();
  const yesNo = (name: 'quarterAffected' | 'adviceAsked', label: string) => (
    <Radios
      name={name}
      inline
      label={label}
      items={[
        { value: 'yes', text: t('yes') },
        { value: 'no', text: t('no') },
      ]}
      value={typedText(typed, name)}
      error={errorOf(errors, name)}
    />
  );
  return (
    <ActPage
      title={t('staffMeeting.title')}
      crumbs={useCrumbs({ request })}
      lead={t('staffMeeting.lead')}
      action={consultationPaths.personnelMeeting(request.id)}
      button={t('staffMeeting.button')}
      errors={errors}
    >
      <DateField name="heldOn" label={t('staffMeeting.on')} value={typedText(typed, 'heldOn')} error={errorOf(errors, 'heldOn')} />
      <Field
        name="minutes"
        type="textarea"
        rows={8}
        limit={10_000}
        label={t('staffMeeting.minutes')}
        value={typedText(typed, 'minutes')}
        error={errorOf(errors, 'minutes')}
      />
      {yesNo('quarterAffected', t('staffMeeting.quarter'))}
      {yesNo('adviceAsked', t('staffMeeting.advice'))}
    </ActPage>
  );
};
