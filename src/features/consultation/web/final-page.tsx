import type { ComponentChildren } from 'preact';
import { Banner, Checkbox, Checkboxes, DateField, errorOf, Field, H1, Shell, Text, Time } from '../../../platform/ui/index.js';
import type { HeldAgainst } from '../conditions/held-against.js';
import { consultationPaths } from '../consultation.paths.js';
import type { Condition, FinalDecision } from '../domain/case-file.js';
import { ActPage, type Unmet, UnmetList, typedList, typedText, useTexts } from './act-page.js';
import { ConditionTable } from './condition-table.js';
import { crumbsOf, type OfVersion } from './of-version.js';

export interface FinalPageProps extends OfVersion {
  /** False: nobody has a consent right here, or it was left out; the employer decides to introduce. */
  readonly afterConsent: boolean;
  readonly conditions: readonly Condition[];
  readonly unmet: readonly Unmet[];
  readonly made: FinalDecision | null;
  readonly version: HeldAgainst;
}

const NotYet = ({ title, made, ...props }: Omit<FinalPageProps, 'made'> & { readonly title: string; readonly made: ComponentChildren }) => {
  const t = useTexts();
  return (
    <Shell title={title} crumbs={[...crumbsOf(props), { text: title }]}>
      <H1 caption={props.toolName}>{title}</H1>
      {made}
      <Banner kind="warning" heading={t('finalForm.unmet')}>
        <UnmetList unmet={props.unmet} />
      </Banner>
    </Shell>
  );
};

/** Each condition to take over; or, on purpose, the word that not all of them are. */
const TakesOver = ({ conditions, version, typed, errors }: FinalPageProps) => {
  const t = useTexts();
  return (
    <>
      <ConditionTable conditions={conditions} version={version} />
      <Checkboxes
        name="takesOver"
        label={t('finalForm.takesOver')}
        hint={t('finalForm.takesOverHint')}
        items={conditions.map((one) => ({ value: one.id, text: one.text }))}
        values={typedList(typed, 'takesOver')}
        error={errorOf(errors, 'takesOver')}
      />
      <Checkbox
        name="leavesOut"
        text={t('finalForm.leavesOut')}
        hint={t('finalForm.leavesOutHint')}
        checked={typed?.['leavesOut'] === 'yes'}
        error={errorOf(errors, 'leavesOut')}
      />
    </>
  );
};

export const FinalPage = (props: FinalPageProps) => {
  const t = useTexts();
  const { typed, errors } = props;
  const title = t(props.afterConsent ? 'finalForm.title' : 'finalForm.titleStart');
  const made = props.made ? (
    <Banner>
      <Text>
        <Time at={props.made.decidedAt} /> · <Time on={props.made.effectiveOn} />
      </Text>
    </Banner>
  ) : null;
  if (props.unmet.length > 0) return <NotYet {...props} title={title} made={made} />;
  return (
    <ActPage
      title={title}
      crumbs={crumbsOf(props)}
      lead={t('finalForm.lead')}
      before={made}
      action={consultationPaths.final(props.toolId, props.number)}
      button={t('finalForm.button')}
      errors={errors}
      identity={props.identity}
      keyOfPress={props.keyOfPress}
    >
      <Field
        name="text"
        type="textarea"
        limit={10_000}
        label={t('finalForm.text')}
        value={typedText(typed, 'text')}
        error={errorOf(errors, 'text')}
      />
      <DateField
        name="effectiveOn"
        label={t('finalForm.on')}
        hint={t('finalForm.onHint')}
        value={typedText(typed, 'effectiveOn')}
        error={errorOf(errors, 'effectiveOn')}
      />
      {props.conditions.length > 0 ? <TakesOver {...props} /> : null}
    </ActPage>
  );
};
