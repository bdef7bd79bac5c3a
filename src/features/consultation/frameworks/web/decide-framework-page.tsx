import { Button, DateField, errorOf, Field, Form, H2, Hidden, Radios, Text } from '../../../../platform/ui/index.js';
import { ActPage, typedText, type Typed } from '../../web/act-page.js';
import type { Framework, FrameworkDecision } from '../domain/framework.js';
import { frameworkPaths } from '../frameworks.paths.js';
import { DecisionView } from './framework-page.js';
import { ClassView, useFrameworkTexts } from './frameworks-page.js';

export interface DecideFrameworkProps extends Typed {
  readonly framework: Framework;
  /** The council ends it, instead of deciding whether it agrees. */
  readonly ending: boolean;
}

const useCrumbs = ({ id, title }: Framework) => {
  const t = useFrameworkTexts();
  return [
    { text: t('title'), href: frameworkPaths.list },
    { text: title, href: frameworkPaths.framework(id) },
  ];
};

const MeetingFields = ({ typed, errors }: Typed) => {
  const t = useFrameworkTexts();
  const field = (name: 'presentCouncil' | 'presentEmployer') => (
    <Field name={name} optional label={t(`decide.${name}`)} value={typedText(typed, name)} error={errorOf(errors, name)} />
  );
  return (
    <>
      <DateField
        name="metOn"
        optional
        label={t('decide.metOn')}
        hint={t('decide.meetingHint')}
        value={typedText(typed, 'metOn')}
        error={errorOf(errors, 'metOn')}
      />
      <Field
        name="minutes"
        type="textarea"
        optional
        limit={10_000}
        label={t('decide.minutes')}
        value={typedText(typed, 'minutes')}
        error={errorOf(errors, 'minutes')}
      />
      {field('presentCouncil')}
      {field('presentEmployer')}
    </>
  );
};

export const DecideFrameworkPage = ({ framework, ending, typed, errors, identity, keyOfPress }: DecideFrameworkProps) => {
  const t = useFrameworkTexts();
  const votes = (name: 'votesFor' | 'votesAgainst' | 'votesAbstained', label: string) => (
    <Field name={name} type="number" width={4} label={label} value={typedText(typed, name)} error={errorOf(errors, name)} />
  );
  return (
    <ActPage
      title={t(ending ? 'end.link' : 'decide.title')}
      crumbs={useCrumbs(framework)}
      lead={ending ? t('end.explained') : t('decide.lead')}
      action={frameworkPaths.decision(framework.id)}
      consequence={t('decide.consequence')}
      button={t('decide.button')}
      errors={errors}
      identity={identity}
      keyOfPress={keyOfPress}
    >
      {ending ? (
        <Hidden name="decision" value="ended" />
      ) : (
        <Radios
          name="decision"
          label={t('decide.word')}
          items={(['granted', 'refused'] as const).map((value) => ({ value, text: t(`word.${value}`) }))}
          value={typedText(typed, 'decision')}
          error={errorOf(errors, 'decision')}
        />
      )}
      <Field
        name="reasons"
        type="textarea"
        limit={10_000}
        label={t('decide.reasons')}
        value={typedText(typed, 'reasons')}
        error={errorOf(errors, 'reasons')}
      />
      {ending ? null : <MeetingFields typed={typed} errors={errors} />}
      <DateField name="decidedOn" label={t('decide.on')} value={typedText(typed, 'decidedOn')} error={errorOf(errors, 'decidedOn')} />
      {votes('votesFor', t('decide.for'))}
      {votes('votesAgainst', t('decide.against'))}
      {votes('votesAbstained', t('decide.abstained'))}
    </ActPage>
  );
};

export interface ConfirmFrameworkProps extends Typed {
  readonly framework: Framework;
  readonly decision: FrameworkDecision;
}
/** The text and the limits side by side with the act: what the other officer confirms is what stands here. */
export const ConfirmFrameworkPage = ({ framework, decision, typed, errors, identity, keyOfPress }: ConfirmFrameworkProps) => {
  const t = useFrameworkTexts();
  const before = (
    <>
      <DecisionView decision={decision} />
      {framework.classes.map((agreed) => (
        <ClassView key={agreed.id} agreed={agreed} />
      ))}
      <Form action={frameworkPaths.reject(framework.id, decision.id)}>
        <H2>{t('reject.button')}</H2>
        <Field
          name="reason"
          type="textarea"
          rows={3}
          limit={2000}
          label={t('reject.reason')}
          value={typedText(typed, 'reason')}
          error={errorOf(errors, 'reason')}
        />
        <Button kind="secondary">{t('reject.button')}</Button>
      </Form>
    </>
  );
  return (
    <ActPage
      title={t('confirm.title')}
      crumbs={useCrumbs(framework)}
      lead={t('confirm.lead')}
      before={before}
      action={frameworkPaths.confirm(framework.id, decision.id)}
      consequence={t('confirm.consequence')}
      button={t('confirm.button')}
      errors={errors}
      identity={identity}
      keyOfPress={keyOfPress}
    >
      <Text>{t('silence')}</Text>
    </ActPage>
  );
};
