import { DateField, errorOf, Field } from '../../../platform/ui/index.js';
import { consultationPaths } from '../consultation.paths.js';
import { ActPage, typedText, useTexts } from './act-page.js';
import { type OfRequest, useBodyName, useCrumbs } from './of-request.js';

export const MeetingPage = ({ request, typed, errors }: OfRequest) => {
  const t = useTexts();
  const body = useBodyName(request);
  return (
    <ActPage
      title={t('meetingForm.title')}
      crumbs={useCrumbs({ request })}
      action={consultationPaths.meeting(request.id)}
      consequence={t('meetingForm.consequence', { body })}
      button={t('meetingForm.button')}
      errors={errors}
      multipart
    >
      <DateField
        name="heldOn"
        label={t('meetingForm.on')}
        hint={t('meetingForm.onHint')}
        value={typedText(typed, 'heldOn')}
        error={errorOf(errors, 'heldOn')}
      />
      <Field
        name="presentCouncil"
        label={t('meetingForm.council', { body })}
        value={typedText(typed, 'presentCouncil')}
        error={errorOf(errors, 'presentCouncil')}
      />
      <Field
        name="presentEmployer"
        label={t('meetingForm.employer')}
        value={typedText(typed, 'presentEmployer')}
        error={errorOf(errors, 'presentEmployer')}
      />
      <Field
        name="minutes"
        type="textarea"
        rows={8}
        limit={10_000}
        label={t('meetingForm.minutes')}
        hint={t('meetingForm.minutesHint')}
        value={typedText(typed, 'minutes')}
        error={errorOf(errors, 'minutes')}
      />
      <Field
        name="minutesFile"
        type="file"
        optional
        label={t('meetingForm.file')}
        hint={t('meetingForm.fileHint')}
        error={errorOf(errors, 'minutesFile')}
      />
    </ActPage>
  );
};
