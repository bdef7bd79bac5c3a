import {
  Banner,
  Button,
  ButtonLink,
  Code,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  H1,
  H2,
  Hidden,
  Lead,
  List,
  Panel,
  Radios,
  Shell,
  Summary,
  formatDay,
  Text,
  usePage,
  Warning,
} from '../../../platform/ui/index.js';
import { LIMITS } from '../domain/written.js';
import { callerPaths } from '../callers.paths.js';
import { REQUEST_KINDS, type RequestKind } from '../domain/caller-request.js';
import { useCallerTexts, useKept } from './use-texts.js';

type Typed = Readonly<Record<string, string>>;
const FIELDS = ['when', 'number', 'details', 'contact'] as const;

export interface RequestPageProps {
  readonly toolId: string;
  readonly toolName: string;
  readonly mayObject: boolean;
  readonly typed?: Typed;
  readonly errors?: readonly FieldError[];
}

const useCrumbs = ({ toolId, toolName }: Pick<RequestPageProps, 'toolId' | 'toolName'>, last: string) => {
  const kept = useKept();
  return [{ text: toolName, href: kept(callerPaths.tool(toolId)) }, { text: last }];
};

const Questions = ({ typed, errors }: Pick<RequestPageProps, 'typed' | 'errors'>) => {
  const t = useCallerTexts();
  const given = (name: string) => ({ name, value: typed?.[name], error: errorOf(errors, name), optional: true });
  return (
    <>
      <Field {...given('when')} label={t('form.when')} hint={t('form.whenHint')} />
      <Field {...given('number')} type="tel" width={20} label={t('form.number')} hint={t('form.numberHint')} />
      <Field {...given('details')} type="textarea" label={t('form.details')} limit={LIMITS.details} />
      <Field {...given('contact')} label={t('form.contact')} hint={t('form.contactHint')} />
    </>
  );
};

/** One question must be answered: what somebody wants. */
export const RequestPage = (props: RequestPageProps) => {
  const t = useCallerTexts();
  const kept = useKept();
  const { toolId, toolName, mayObject, typed, errors } = props;
  const hints: Partial<Record<RequestKind, string>> = { objection: t(mayObject ? 'hint.objection' : 'hint.objectionConverted') };
  return (
    <Shell title={t('form.title')} error={Boolean(errors?.length)} crumbs={useCrumbs(props, t('form.title'))}>
      <ErrorSummary errors={errors} />
      <H1 caption={toolName}>{t('form.title')}</H1>
      <Lead>{t('form.lead')}</Lead>
      <Form action={kept(callerPaths.request(toolId))} label={t('form.title')}>
        <Hidden name="step" value="check" />
        <Radios
          name="kind"
          label={t('form.kind')}
          size="m"
          items={REQUEST_KINDS.map((value) => ({ value, text: t(`kind.${value}`), hint: hints[value] }))}
          value={typed?.['kind']}
          error={errorOf(errors, 'kind')}
        />
        <Questions typed={typed} errors={errors} />
        <Button>{t('form.next')}</Button>
      </Form>
    </Shell>
  );
};

export interface CheckPageProps {
  readonly toolId: string;
  readonly toolName: string;
  readonly kind: RequestKind;
  readonly typed: Typed;
  /** Made for this request, shown after it was sent: sending twice is one request. */
  readonly code: string;
}
export const CheckPage = (props: CheckPageProps) => {
  const t = useCallerTexts();
  const kept = useKept();
  const { toolId, toolName, kind, typed, code } = props;
  const action = kept(callerPaths.request(toolId));
  const filled = FIELDS.filter((name) => typed[name]);
  const hidden = [['kind', kind] as const, ...filled.map((name) => [name, typed[name] ?? ''] as const)].map(([name, value]) => (
    <Hidden key={name} name={name} value={value} />
  ));
  return (
    <Shell title={t('check.title')} crumbs={useCrumbs(props, t('check.title'))}>
      <H1 caption={toolName}>{t('check.title')}</H1>
      <Summary
        rows={[
          { key: t('check.about'), value: toolName },
          { key: t('form.kind'), value: t(`kind.${kind}`) },
          ...FIELDS.map((name) => ({ key: t(`form.${name}`), value: typed[name] || t('check.empty') })),
        ]}
      />
      <Form action={action} label={t('check.change')}>
        <Hidden name="step" value="change" />
        {hidden}
        <Button kind="secondary">{t('check.change')}</Button>
      </Form>
      <Banner kind="info">
        <Text>{t('check.who')}</Text>
        <Text>{t('check.after')}</Text>
      </Banner>
      <Form action={action} label={t('check.send')}>
        <Hidden name="step" value="send" />
        <Hidden name="code" value={code} />
        {hidden}
        <Button>{t('check.send')}</Button>
      </Form>
    </Shell>
  );
};

export interface SentPageProps {
  readonly code: string;
  readonly reference: string;
  readonly dueOn: string;
  readonly isObjection: boolean;
}
/** The code stands here and nowhere else. */
export const SentPage = ({ code, reference, dueOn, isObjection }: SentPageProps) => {
  const t = useCallerTexts();
  const kept = useKept();
  const { language } = usePage();
  return (
    <Shell title={t('sent.title')} shownOnce>
      <Panel title={t('sent.title')} reference={reference} />
      <H2>{t('sent.code')}</H2>
      <Text>
        <Code value={code} large copy />
      </Text>
      <Warning>{t('sent.keep')}</Warning>
      <H2>{t('sent.next')}</H2>
      <List items={[t('sent.steps.one'), ...(isObjection ? [t('sent.steps.apart')] : []), t('sent.steps.two')]} />
      <Text>{t('sent.due', { date: formatDay(dueOn, language) })}</Text>
      <ButtonLink href={kept(callerPaths.follow)}>{t('sent.follow')}</ButtonLink>
    </Shell>
  );
};
