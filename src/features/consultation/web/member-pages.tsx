import { DateField, errorOf, Field } from '../../../platform/ui/index.js';
import { consultationPaths } from '../consultation.paths.js';
import { ActPage, type Typed, typedText, useTexts } from './act-page.js';
import { type OfRequest, useCrumbs } from './of-request.js';

export interface OfTool extends Typed {
  readonly toolId: string;
  readonly toolName: string;
}
export const useCouncilCrumbs = () => [{ text: useTexts()('council.title'), href: consultationPaths.council }];

export const DisputePage = (props: OfTool) => {
  const t = useTexts();
  const { typed, errors } = props;
  return (
    <ActPage
      title={t('dispute.title', { tool: props.toolName })}
      crumbs={useCouncilCrumbs()}
      lead={t('dispute.lead')}
      action={consultationPaths.dispute(props.toolId)}
      consequence={t('dispute.consequence')}
      button={t('dispute.button')}
      errors={errors}
    >
      <Field name="about" optional label={t('dispute.about')} value={typedText(typed, 'about')} error={errorOf(errors, 'about')} />
      <Field
        name="text"
        type="textarea"
        limit={4000}
        label={t('dispute.text')}
        value={typedText(typed, 'text')}
        error={errorOf(errors, 'text')}
      />
    </ActPage>
  );
};

export const DisputeAnswerPage = ({ disputeId, said, typed, errors }: Typed & { readonly disputeId: string; readonly said: string }) => {
  const t = useTexts();
  return (
    <ActPage
      title={t('disputeAnswer.title')}
      crumbs={useCouncilCrumbs()}
      lead={said}
      action={consultationPaths.disputeAnswer(disputeId)}
      button={t('disputeAnswer.button')}
      errors={errors}
    >
      <Field
        name="text"
        type="textarea"
        limit={4000}
        label={t('disputeAnswer.text')}
        value={typedText(typed, 'text')}
        error={errorOf(errors, 'text')}
      />
    </ActPage>
  );
};

export const ViewPage = ({ request, typed, errors }: OfRequest) => {
  const t = useTexts();
  return (
    <ActPage
      title={t('view.title')}
      crumbs={useCrumbs({ request })}
      lead={t('view.lead')}
      action={consultationPaths.view(request.id)}
      button={t('view.button')}
      errors={errors}
    >
      <Field
        name="text"
        type="textarea"
        limit={10_000}
        label={t('view.text')}
        value={typedText(typed, 'text')}
        error={errorOf(errors, 'text')}
      />
      <DateField name="viewedOn" label={t('view.on')} value={typedText(typed, 'viewedOn')} error={errorOf(errors, 'viewedOn')} />
    </ActPage>
  );
};
