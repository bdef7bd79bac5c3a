import type { ComponentChildren } from 'preact';
import {
  Button,
  ButtonGroup,
  ErrorSummary,
  Field,
  type FieldError,
  Form,
  H1,
  Hidden,
  LinkButton,
  Shell,
  Summary,
  Text,
  usePage,
} from '../../../platform/ui/index.js';
import { complaintPaths } from '../complaints.paths.js';
import type { ComplaintsKey } from '../complaints.catalogue.js';
import {
  CategoryQuestion,
  ConflictQuestions,
  type ContactLine,
  DeskQuestion,
  DisclosureQuestion,
  FilesQuestion,
  type Filled,
  TextQuestion,
  WhenQuestion,
} from './questions.js';
import { useHere, useReportText, useText } from './texts.js';

export const STEPS = ['what', 'when', 'files', 'check'] as const;
export type ReportStep = (typeof STEPS)[number];

export interface StepPageProps {
  readonly step: ReportStep;
  readonly code: string;
  readonly filled: Filled;
  readonly contacts: readonly ContactLine[];
  readonly files: number;
  readonly accepted: string;
  readonly errors?: readonly FieldError[];
}

/** The fields that a step asks itself; the others travel along unseen, so that nothing is kept before it is sent. */
const OWN: Readonly<Record<ReportStep, readonly (keyof Filled)[]>> = {
  what: ['category', 'text', 'tool'],
  when: ['when', 'about', 'barred', 'desk', 'disclosure'],
  files: [],
  check: [],
};
const Carried = ({ step, filled }: Pick<StepPageProps, 'step' | 'filled'>) => (
  <>
    {Object.entries(filled).flatMap(([name, value]: [string, string | readonly string[]]) =>
      OWN[step].some((own) => own === name) ? [] : [value].flat().map((one) => <Hidden key={`${name} ${one}`} name={name} value={one} />),
    )}
  </>
);

const Answers = ({ filled, contacts, files }: Pick<StepPageProps, 'filled' | 'contacts' | 'files'>) => {
  const t = useText();
  const r = useReportText();
  const or = (value: string): string => value || r('check.empty');
  const change = (step: ReportStep): ComponentChildren => (
    <Text>
      <LinkButton name="go" value={step}>
        {r('change')}: {r(`step.${step}`)}
      </LinkButton>
    </Text>
  );
  const barred = contacts.filter(({ personId }) => filled.barred.includes(personId)).map(({ name }) => name);
  return (
    <>
      <Summary
        rows={[
          { key: t('ask.category'), value: t(`category.${filled.category}` as ComplaintsKey) },
          { key: t('ask.text'), value: filled.text },
          { key: t('ask.toolName'), value: or(filled.tool) },
        ]}
      />
      {change('what')}
      <Summary
        rows={[
          { key: t('ask.when'), value: or(filled.when) },
          { key: t('ask.about'), value: or(filled.about) },
          { key: t('ask.barred'), value: or(barred.join(', ')) },
          { key: t('ask.desk'), value: t(filled.desk === 'adviser' ? 'ask.adviser' : 'ask.handler') },
          { key: t('ask.disclosure'), value: t(filled.disclosure === 'yes' ? 'yes' : 'no') },
        ]}
      />
      {change('when')}
      <Summary rows={[{ key: r('step.files'), value: r('files.count', { n: files }) }]} />
      {change('files')}
    </>
  );
};

const Asked = (props: StepPageProps) => {
  const t = useText();
  const r = useReportText();
  const { step, filled, errors, contacts, accepted, files } = props;
  if (step === 'what')
    return (
      <>
        <CategoryQuestion filled={filled} errors={errors} />
        <TextQuestion filled={filled} errors={errors} anonymous />
        <Field
          name="tool"
          label={t('ask.toolName')}
          optional
          value={filled.tool}
          error={errors?.find(({ field }) => field === 'tool')?.text}
        />
      </>
    );
  if (step === 'when')
    return (
      <>
        <WhenQuestion filled={filled} errors={errors} />
        <ConflictQuestions filled={filled} errors={errors} contacts={contacts} />
        <DeskQuestion filled={filled} errors={errors} />
        <DisclosureQuestion filled={filled} errors={errors} />
      </>
    );
  if (step === 'files')
    return (
      <>
        <Text>{r('files.count', { n: files })}</Text>
        <Text>{r('files.optional')}</Text>
        <FilesQuestion errors={errors} accepted={accepted} />
      </>
    );
  return <Answers filled={filled} contacts={contacts} files={files} />;
};

export const StepPage = (props: StepPageProps) => {
  const r = useReportText();
  const here = useHere();
  const { step, code, errors } = props;
  const { language } = usePage();
  return (
    <Shell title={r(`step.${step}`)} error={Boolean(errors?.length)}>
      <ErrorSummary errors={errors} />
      <H1 caption={r('step', { n: STEPS.indexOf(step) + 1 })}>{r(`step.${step}`)}</H1>
      <Form action={here(complaintPaths.reportNew)} label={r(`step.${step}`)} multipart={step === 'files'} key={language}>
        <Hidden name="case" value={code} />
        <Hidden name="step" value={step} />
        <Carried {...props} />
        <Asked {...props} />
        {step === 'check' ? <Text>{r('check.after')}</Text> : null}
        <ButtonGroup>
          {step === 'check' ? (
            <Button name="go" value="send">
              {r('check.send')}
            </Button>
          ) : (
            <Button name="go" value="next">
              {r('next')}
            </Button>
          )}
          {step === 'files' ? (
            <Button kind="secondary" name="go" value="add">
              {r('files.add')}
            </Button>
          ) : null}
          {step === 'what' ? null : (
            <Button kind="secondary" name="go" value="back">
              {r('back')}
            </Button>
          )}
        </ButtonGroup>
      </Form>
    </Shell>
  );
};
