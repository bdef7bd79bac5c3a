import { Checkbox, DateField, errorOf, Field, Radios } from '../../../platform/ui/index.js';
import { consultationPaths } from '../consultation.paths.js';
import { ActPage, typedText, useTexts } from './act-page.js';
import { crumbsOf, type OfVersion } from './of-version.js';

export const ClaimPage = (props: OfVersion & { readonly mayAgreement: boolean }) => {
  const t = useTexts();
  const { typed, errors } = props;
  const routes = [
    ...(props.mayAgreement ? [{ value: 'cba', text: t('claim.cba') }] : []),
    { value: 'consent_not_required', text: t('claim.notRequired') },
  ];
  return (
    <ActPage
      title={t('claim.title')}
      crumbs={crumbsOf(props)}
      lead={t('claim.lead')}
      action={consultationPaths.claim(props.toolId, props.number)}
      consequence={t('claim.consequence')}
      button={t('claim.button')}
      errors={errors}
      identity={props.identity}
    >
      <Radios name="route" label={t('claim.route')} items={routes} value={typedText(typed, 'route')} error={errorOf(errors, 'route')} />
      <Field
        name="ground"
        type="textarea"
        limit={4000}
        label={t('claim.ground')}
        value={typedText(typed, 'ground')}
        error={errorOf(errors, 'ground')}
      />
      {props.mayAgreement ? (
        <>
          <Field
            name="agreementReference"
            optional
            label={t('claim.agreement')}
            value={typedText(typed, 'agreementReference')}
            error={errorOf(errors, 'agreementReference')}
          />
          <Checkbox
            name="agreementSubstantive"
            text={t('claim.substantive')}
            checked={typed?.['agreementSubstantive'] === 'yes'}
            error={errorOf(errors, 'agreementSubstantive')}
          />
        </>
      ) : null}
    </ActPage>
  );
};

export const RulingPage = (props: OfVersion) => {
  const t = useTexts();
  const { typed, errors } = props;
  return (
    <ActPage
      title={t('ruling.title')}
      crumbs={crumbsOf(props)}
      lead={t('ruling.lead')}
      action={consultationPaths.ruling(props.toolId, props.number)}
      button={t('ruling.button')}
      errors={errors}
      multipart
    >
      <Radios
        name="kind"
        label={t('ruling.kind')}
        items={(['permission', 'exemption', 'nullity'] as const).map((value) => ({ value, text: t(`ruling.${value}`) }))}
        value={typedText(typed, 'kind')}
        error={errorOf(errors, 'kind')}
      />
      <Radios
        name="outcome"
        label={t('ruling.outcome')}
        items={(['granted', 'rejected', 'declared_unjustified', 'upheld'] as const).map((value) => ({ value, text: t(`ruling.${value}`) }))}
        value={typedText(typed, 'outcome')}
        error={errorOf(errors, 'outcome')}
      />
      <Radios
        name="ground"
        optional
        label={t('ruling.ground')}
        items={(['refusal_unreasonable', 'weighty_business_reasons'] as const).map((value) => ({ value, text: t(`ruling.${value}`) }))}
        value={typedText(typed, 'ground')}
        error={errorOf(errors, 'ground')}
      />
      <DateField name="ruledOn" label={t('ruling.ruledOn')} value={typedText(typed, 'ruledOn')} error={errorOf(errors, 'ruledOn')} />
      <Field name="reference" label={t('ruling.reference')} value={typedText(typed, 'reference')} error={errorOf(errors, 'reference')} />
      <Field name="file" type="file" label={t('ruling.file')} hint={t('meetingForm.fileHint')} error={errorOf(errors, 'file')} />
    </ActPage>
  );
};
