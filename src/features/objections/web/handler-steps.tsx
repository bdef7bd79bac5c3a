import { formatDay, text } from '../../../platform/i18n/index.js';
import { Button, Checkbox, Details, errorOf, Field, type FieldError, Form, H2, Radios, Text, usePage } from '../../../platform/ui/index.js';
import type { ObjectionState } from '../domain/objection-state.js';
import { objectionsCatalogue } from '../objections.catalogue.js';
import { objectionPaths } from '../objections.paths.js';
import { procedureCatalogue } from '../procedure.catalogue.js';

const useTexts = () => {
  const { language } = usePage();
  return { t: text(objectionsCatalogue, language), p: text(procedureCatalogue, language), day: (day: string) => formatDay(day, language) };
};
const LIMIT = 10_000;

export interface StepsProps {
  readonly id: string;
  readonly state: ObjectionState;
  readonly hasDpo: boolean;
  readonly canBeMailed: boolean;
  readonly typed?: Readonly<Record<string, string>>;
  readonly errors?: readonly FieldError[];
}

const Acknowledge = ({ id, state, typed, errors }: StepsProps) => {
  const { t, p, day } = useTexts();
  return (
    <Form action={objectionPaths.acknowledgement(id)} label={t('case.acknowledge')}>
      <H2>{t('case.acknowledge')}</H2>
      <Text>{p('case.acknowledgeBy', { date: day(state.acknowledgeBy) })}</Text>
      <Field
        name="text"
        type="textarea"
        label={t('case.message')}
        optional
        limit={LIMIT}
        value={typed?.['text']}
        error={errorOf(errors, 'text')}
      />
      <Button kind="secondary">{t('case.acknowledge')}</Button>
    </Form>
  );
};

const Ask = ({ id, typed, errors }: StepsProps) => {
  const { p } = useTexts();
  return (
    <Details summary={p('case.ask')} open={Boolean(typed?.['question'] ?? errorOf(errors, 'question'))}>
      <Form action={objectionPaths.question(id)} label={p('case.ask')}>
        <Text>{p('case.askText')}</Text>
        <Field
          name="question"
          type="textarea"
          label={p('case.question')}
          limit={2000}
          value={typed?.['question']}
          error={errorOf(errors, 'question')}
        />
        <Button kind="secondary">{p('case.ask')}</Button>
      </Form>
    </Details>
  );
};

const AskAdvice = ({ id, state: { advice } }: StepsProps) => {
  const { p, day } = useTexts();
  if (advice.stance) return null;
  if (advice.waitsUntil) return <Text>{p('case.adviceWaits', { date: day(advice.waitsUntil) })}</Text>;
  return (
    <Form action={objectionPaths.adviceRequest(id)} label={p('case.askAdvice')}>
      <H2>{p('case.askAdvice')}</H2>
      <Text>{p('case.askAdviceText')}</Text>
      <Button kind="secondary">{p('case.askAdvice')}</Button>
    </Form>
  );
};

const Extend = ({ id, canBeMailed, typed, errors }: StepsProps) => {
  const { t, p } = useTexts();
  return (
    <Details
      summary={t('case.extend')}
      open={
        Boolean(typed?.['cause'] ?? errorOf(errors, 'cause')) ||
        Boolean(typed?.['reason'] ?? errorOf(errors, 'reason')) ||
        Boolean(errorOf(errors, 'told'))
      }
    >
      <Form action={objectionPaths.extension(id)} label={t('case.extend')}>
        <Text>{t('case.extendText')}</Text>
        <Radios
          name="cause"
          label={p('case.cause')}
          items={(['complexity', 'number'] as const).map((value) => ({ value, text: p(`case.cause.${value}`) }))}
          value={typed?.['cause']}
          error={errorOf(errors, 'cause')}
        />
        <Field
          name="reason"
          type="textarea"
          label={p('case.reason')}
          limit={LIMIT}
          value={typed?.['reason']}
          error={errorOf(errors, 'reason')}
        />
        {canBeMailed ? null : (
          <Checkbox
            name="told"
            text={p('case.extensionTold')}
            hint={p('case.extensionToldHint')}
            checked={typed?.['told'] === 'yes'}
            error={errorOf(errors, 'told')}
          />
        )}
        <Button kind="secondary">{t('case.extend')}</Button>
      </Form>
    </Details>
  );
};

/** What the handler can do before the decision. */
export const HandlerSteps = (props: StepsProps) => (
  <>
    {props.state.isAcknowledged ? null : <Acknowledge {...props} />}
    {props.state.mayAsk ? <Ask {...props} /> : null}
    {props.hasDpo ? <AskAdvice {...props} /> : null}
    {props.state.mayExtend ? <Extend {...props} /> : null}
  </>
);
