import {
  Button,
  ErrorSummary,
  Field,
  Fieldset,
  type FieldError,
  Form,
  Hidden,
  Inset,
  Lead,
  LinkButton,
  Radios,
  Select,
  Summary,
  Text,
  usePage,
} from '../../../platform/ui/index.js';
import { assessmentPaths } from '../assessments.paths.js';
import { GRADE_CHOICES, MAX_RISK_TEXT, riskFieldName, type RiskField, type TypedRisk } from '../domain/risk-form.js';
import type { Grade } from '../domain/residual-risk.js';
import { ASSESSMENT_SECTIONS } from '../questions.catalogue.js';
import type { Finding } from '../read-assessment.js';
import { Findings } from './findings.js';
import { Frame, type Of, useAssessmentText } from './frame.js';
import { Finished } from './section-page.js';

export interface RisksPageProps {
  readonly of: Of;
  readonly rows: readonly TypedRisk[];
  readonly proposed: boolean;
  readonly highest: Grade | null;
  readonly lowered: { readonly residualRisk: string; readonly reason: string };
  readonly finished: boolean | null;
  readonly findings: readonly Finding[];
  readonly writes: boolean;
  readonly errors?: readonly FieldError[];
}

const TEXTS = ['who', 'what'] as const;
const MEASURE = ['measure', 'measureOwner'] as const;

interface CellProps {
  readonly row: TypedRisk;
  readonly at: number;
  readonly field: RiskField;
  readonly errors?: readonly FieldError[];
}
const errorAt = ({ at, field, errors }: CellProps): string | undefined =>
  errors?.find((one) => one.field === riskFieldName(at, field))?.text;

const TextCell = (props: CellProps) => {
  const t = useAssessmentText();
  const { row, at, field } = props;
  const isLong = field === 'what' || field === 'measure';
  return (
    <Field
      name={riskFieldName(at, field)}
      label={t(`risks.${field}`)}
      value={row[field]}
      type={isLong ? 'textarea' : 'text'}
      rows={2}
      limit={isLong ? MAX_RISK_TEXT : undefined}
      error={errorAt(props)}
    />
  );
};
const GradeCell = (props: CellProps) => {
  const t = useAssessmentText();
  const { row, at, field } = props;
  return (
    <Select
      name={riskFieldName(at, field)}
      label={t(`risks.${field}`)}
      value={row[field]}
      items={GRADE_CHOICES.map((grade) => ({ value: grade, text: t(`grade.${grade}`) }))}
      error={errorAt(props)}
    />
  );
};

const Row = ({ row, at, errors }: Omit<CellProps, 'field'>) => {
  const t = useAssessmentText();
  return (
    <Fieldset legend={t('risks.row', { n: at + 1 })} size="m">
      {TEXTS.map((field) => (
        <TextCell key={field} {...{ row, at, field, errors }} />
      ))}
      <GradeCell {...{ row, at, errors }} field="chance" />
      <GradeCell {...{ row, at, errors }} field="harm" />
      {MEASURE.map((field) => (
        <TextCell key={field} {...{ row, at, field, errors }} />
      ))}
      <GradeCell {...{ row, at, errors }} field="rest" />
      <Text>
        <LinkButton name="_remove" value={String(at)}>
          {t('risks.remove', { n: at + 1 })}
        </LinkButton>
      </Text>
    </Fieldset>
  );
};

const Lowered = ({ lowered, errors }: Pick<RisksPageProps, 'lowered' | 'errors'>) => {
  const t = useAssessmentText();
  const fault = errors?.find(({ field }) => field === 'lowered')?.text;
  return (
    <>
      <Radios
        name="lowered"
        label={t('risks.lowered')}
        value={lowered.residualRisk}
        items={[
          { value: '', text: t('risks.loweredNo') },
          { value: 'medium', text: t('grade.medium') },
          { value: 'low', text: t('grade.low') },
        ]}
        error={fault}
      />
      <Field
        name="loweredReason"
        type="textarea"
        rows={3}
        label={t('risks.loweredReason')}
        hint={t('risks.loweredHint')}
        value={lowered.reason}
        limit={4000}
        optional
        error={errors?.find(({ field }) => field === 'loweredReason')?.text}
      />
    </>
  );
};

export const RiskSummary = ({ row, at }: { readonly row: TypedRisk; readonly at: number }) => {
  const t = useAssessmentText();
  const grade = (value: string): string => (value === 'low' || value === 'medium' || value === 'high' ? t(`grade.${value}`) : '');
  return (
    <Fieldset legend={t('risks.row', { n: at + 1 })}>
      <Summary
        rows={[
          { key: t('risks.who'), value: row.who },
          { key: t('risks.what'), value: row.what },
          { key: t('risks.chance'), value: grade(row.chance) },
          { key: t('risks.harm'), value: grade(row.harm) },
          { key: t('risks.measure'), value: row.measure },
          { key: t('risks.measureOwner'), value: row.measureOwner },
          { key: t('risks.rest'), value: grade(row.rest) },
        ]}
      />
    </Fieldset>
  );
};

export const RisksPage = (props: RisksPageProps) => {
  const t = useAssessmentText();
  const { language } = usePage();
  const { of, rows, errors, highest } = props;
  const section = ASSESSMENT_SECTIONS.risks;
  return (
    <Frame of={of} title={section.title[language]} errors={errors} caption={t('section.step', { n: 6 })} under>
      <ErrorSummary errors={errors} />
      {section.intro ? <Lead>{section.intro[language]}</Lead> : null}
      {highest ? <Text>{t('risks.residual', { grade: t(`grade.${highest}`) })}</Text> : null}
      {rows.length === 0 ? <Text>{t('risks.none')}</Text> : null}
      {props.writes ? (
        <Form action={assessmentPaths.section(of.toolId, of.number, 'risks')}>
          {props.proposed && rows.length > 0 ? <Inset>{t('risks.proposed')}</Inset> : null}
          <Text>
            <LinkButton name="_save" value="yes">
              {t('section.save')}
            </LinkButton>
          </Text>
          <Hidden name="rows" value={String(rows.length)} />
          {rows.map((row, at) => (
            <Row key={at} {...{ row, at, errors }} />
          ))}
          <Button kind="secondary" name="_add" value="row">
            {t('risks.add')}
          </Button>
          <Lowered lowered={props.lowered} errors={errors} />
          <Finished value={props.finished} error={errors?.find(({ field }) => field === 'finished')?.text} />
          <Button name="_save" value="yes">
            {t('section.save')}
          </Button>
        </Form>
      ) : (
        <>
          <Inset>{t('section.readOnly')}</Inset>
          {props.proposed ? null : rows.map((row, at) => <RiskSummary key={at} row={row} at={at} />)}
        </>
      )}
      <Findings findings={props.findings} />
    </Frame>
  );
};
