import type { ComponentChildren } from 'preact';
import { Button, Checkboxes, errorOf, Field, Form, H2, H3, Radios, Text } from '../../../platform/ui/index.js';
import { LIMITS } from '../domain/written.js';
import { callerPaths, type HandlerAct } from '../callers.paths.js';
import { IDENTITY_WAYS, measuresFor } from '../domain/caller-request.js';
import type { HandlerPageProps } from './handler-page.js';
import { useRequestTexts } from './use-texts.js';

const wordOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const wordsOf = (value: unknown): readonly string[] => [value].flat().filter((one): one is string => typeof one === 'string');

interface ActProps {
  readonly id: string;
  readonly act: HandlerAct;
  readonly title: string;
  readonly text: string;
  readonly button: string;
  readonly kind?: 'primary' | 'secondary';
  readonly children?: ComponentChildren;
}
const Act = ({ id, act, title, text, button, kind = 'secondary', children }: ActProps) => (
  <Form action={callerPaths.act(id, act)} label={title}>
    <H3>{title}</H3>
    <Text>{text}</Text>
    {children}
    <Button kind={kind}>{button}</Button>
  </Form>
);

/** A text of the handler; each form of the page has its own name for it. */
const Words = ({
  name,
  label,
  typed,
  errors,
}: { readonly name: string; readonly label: string } & Pick<HandlerPageProps, 'typed' | 'errors'>) => (
  <Field name={name} type="textarea" label={label} limit={LIMITS.handler} value={wordOf(typed?.[name])} error={errorOf(errors, name)} />
);

const First = ({ request: { id }, state, typed, errors }: HandlerPageProps) => {
  const t = useRequestTexts();
  const again = { typed, errors };
  return (
    <>
      {state.mustSetApart ? (
        <Act id={id} act="set-apart" title={t('apart.title')} text={t('apart.text')} button={t('apart.button')} kind="primary" />
      ) : null}
      {state.name === 'received' ? (
        <Act id={id} act="acknowledgement" title={t('acknowledge.title')} text={t('acknowledge.text')} button={t('acknowledge.button')}>
          <Words name="message" label={t('acknowledge.label')} {...again} />
        </Act>
      ) : null}
      {state.awaitsCaller ? null : (
        <Act id={id} act="question" title={t('ask.title')} text={t('ask.text')} button={t('ask.button')}>
          <Words name="question" label={t('ask.label')} {...again} />
        </Act>
      )}
    </>
  );
};

const Identity = ({ request: { id }, state, typed, errors }: HandlerPageProps) => {
  const t = useRequestTexts();
  const isAsked = state.identity === 'asked' || state.identity === 'answered';
  return (
    <>
      {state.mayAskIdentity ? (
        <Act id={id} act="identity" title={t('identity.title')} text={t('identity.text')} button={t('identity.button')}>
          <Radios
            name="way"
            label={t('identity.way')}
            items={IDENTITY_WAYS.map((value) => ({ value, text: t(`way.${value}`) }))}
            value={wordOf(typed?.['way'])}
            error={errorOf(errors, 'way')}
          />
          <Words name="doubt" label={t('identity.label')} typed={typed} errors={errors} />
        </Act>
      ) : null}
      {isAsked ? (
        <Act
          id={id}
          act="identity-confirmation"
          title={t('identity.confirm')}
          text={t('identity.confirmText')}
          button={t('identity.confirm')}
        />
      ) : null}
    </>
  );
};

const Decide = ({ request, organisation, typed, errors }: HandlerPageProps) => {
  const t = useRequestTexts();
  const measures = measuresFor(request.kind);
  const text = request.kind === 'objection' && !request.converted ? t('decide.objection', { organisation }) : t('decide.other');
  return (
    <Act id={request.id} act="decision" title={t('decide.title')} text={text} button={t('decide.button')} kind="primary">
      <Radios
        name="decision"
        label={t('decide.decision')}
        items={(['upheld', 'rejected'] as const).map((value) => ({ value, text: t(`decide.${value}`) }))}
        value={wordOf(typed?.['decision'])}
        error={errorOf(errors, 'decision')}
      />
      {measures.length > 0 ? (
        <Checkboxes
          name="measures"
          label={t('decide.measures')}
          items={measures.map((value) => ({ value, text: t(`measure.${value}`) }))}
          values={wordsOf(typed?.['measures'])}
          error={errorOf(errors, 'measures')}
        />
      ) : null}
      <Words name="reasons" label={t('decide.reasons')} typed={typed} errors={errors} />
      <Text>{t('decide.after')}</Text>
    </Act>
  );
};

/** What the handler can do now: first what cannot wait. */
export const HandlerActs = (props: HandlerPageProps) => {
  const t = useRequestTexts();
  const { request, state, typed, errors } = props;
  return (
    <>
      <H2>{t('case.steps')}</H2>
      <First {...props} />
      <Identity {...props} />
      {state.mayExtend ? (
        <Act id={request.id} act="extension" title={t('extend.title')} text={t('extend.text')} button={t('extend.button')}>
          <Words name="reason" label={t('extend.label')} typed={typed} errors={errors} />
        </Act>
      ) : null}
      <Decide {...props} />
    </>
  );
};
