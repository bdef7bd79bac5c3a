import {
  Button,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  H1,
  H2,
  Inset,
  Link,
  Radios,
  Shell,
  Table,
  Text,
  Time,
  Warning,
} from '../../../platform/ui/index.js';
import { ANSWER_FILES } from '../answer-files.js';
import { OUTCOMES, RECIPIENTS } from '../domain/right-state.js';
import type { HandledRight } from '../handled-rights.service.js';
import { rightsPaths } from '../rights.paths.js';
import type { RightsView } from '../rights.service.js';
import { useMandateTexts } from './mandates-pages.js';
import { Asked, RightFacts, StateTag, useText } from './right-facts.js';

const LIMIT = 10_000;

export const HandledRightsPage = ({ requests }: { readonly requests: readonly RightsView[] }) => {
  const t = useText();
  return (
    <Shell title={t('handled.title')}>
      <H1>{t('handled.title')}</H1>
      <Table
        caption={t('handled.title')}
        captionHidden
        stacks
        head={[t('fact.reference'), t('fact.kind'), t('fact.state'), t('fact.due')]}
        rows={requests.map((request) => [
          <Link href={rightsPaths.handled(request.id)}>{request.reference}</Link>,
          t(`right.short.${request.kind}`),
          <StateTag state={request.state} />,
          <Time on={request.state.dueOn} />,
        ])}
        empty={t('handled.empty')}
      />
    </Shell>
  );
};

export interface HandledRightProps {
  readonly request: HandledRight;
  readonly errors?: readonly FieldError[];
  readonly typed?: Readonly<Record<string, string>>;
}

const AnswerForm = ({ request, errors, typed }: HandledRightProps) => {
  const t = useText();
  return (
    <section>
      <H2>{t('case.answer')}</H2>
      <Form action={rightsPaths.answer(request.id)} label={t('case.answer')} multipart={request.kind === 'access'}>
        <Radios
          name="outcome"
          label={t('case.outcome')}
          items={OUTCOMES.map((value) => ({
            value,
            text: t(`case.${value}`),
            hint: value === 'refused' ? t('case.refusedHint') : undefined,
          }))}
          value={typed?.['outcome']}
          error={errorOf(errors, 'outcome')}
        />
        <Field
          name="text"
          type="textarea"
          label={t('case.text')}
          rows={8}
          limit={LIMIT}
          value={typed?.['text']}
          error={errorOf(errors, 'text')}
        />
        {request.kind === 'access' ? (
          <Field
            name="files"
            type="file"
            multiple
            optional
            accept={ANSWER_FILES}
            label={t('case.files')}
            hint={t('case.filesHint')}
            error={errorOf(errors, 'files')}
          />
        ) : null}
        <Radios
          name="recipients"
          label={t('case.recipients')}
          hint={t('case.recipientsHint')}
          items={RECIPIENTS.map((value) => ({ value, text: t(`case.recipients.${value}`) }))}
          value={typed?.['recipients']}
          error={errorOf(errors, 'recipients')}
        />
        <Text>{t('case.after')}</Text>
        <Button>{t('case.send')}</Button>
      </Form>
    </section>
  );
};

interface ReasonFormProps extends Pick<HandledRightProps, 'errors' | 'typed'> {
  readonly action: string;
  readonly title: string;
  readonly explained: string;
  readonly label: string;
}
const ReasonForm = ({ action, title, explained, label, errors, typed }: ReasonFormProps) => (
  <section>
    <H2>{title}</H2>
    <Text>{explained}</Text>
    <Form action={action} label={title}>
      <Field
        name="reason"
        type="textarea"
        label={label}
        rows={3}
        limit={LIMIT}
        value={typed?.['reason']}
        error={errorOf(errors, 'reason')}
      />
      <Button kind="secondary">{title}</Button>
    </Form>
  </section>
);

/** A request under the GDPR, to whoever answers it. */
export const HandledRightPage = (props: HandledRightProps) => {
  const t = useText();
  const tm = useMandateTexts();
  const { request } = props;
  const { state } = request;
  const title = t('case.title', { reference: request.reference });
  return (
    <Shell
      title={title}
      error={Boolean(props.errors?.length)}
      crumbs={[{ text: t('handled.title'), href: rightsPaths.list }, { text: request.reference }]}
    >
      <ErrorSummary errors={props.errors} />
      <H1 caption={request.personName}>{title}</H1>
      <Warning>{t('case.private')}</Warning>
      {request.representative ? <Inset>{tm('handled.by', { name: request.representative })}</Inset> : <Text>{t('case.noIdentity')}</Text>}
      <RightFacts request={request} />
      <Asked request={request} byReader={false} />
      {state.isOpen ? <AnswerForm {...props} /> : null}
      {request.answer ? (
        <>
          <H2>{t('case.answered')}</H2>
          <Inset>{request.answer}</Inset>
        </>
      ) : null}
      {request.files.length > 0 ? <Text>{t('case.filesSent', { names: request.files.map(({ name }) => name).join(', ') })}</Text> : null}
      {state.mayExtend ? (
        <ReasonForm
          {...props}
          action={rightsPaths.extension(request.id)}
          title={t('case.extend')}
          explained={t('case.extendText')}
          label={t('case.reason')}
        />
      ) : null}
      {state.isUntold ? <Text>{t('case.untold')}</Text> : null}
      {state.mayLift ? (
        <ReasonForm
          {...props}
          action={rightsPaths.lifting(request.id)}
          title={t('case.lift')}
          explained={t('case.liftText')}
          label={t('case.liftReason')}
        />
      ) : null}
    </Shell>
  );
};
