import {
  Button,
  Code,
  ErrorSummary,
  errorOf,
  Field,
  type FieldError,
  Form,
  H2,
  Hidden,
  Inset,
  Lead,
  Link,
  Summary,
  Tag,
  Text,
  Time,
} from '../../../platform/ui/index.js';
import { advicePaths, assessmentPaths } from '../assessments.paths.js';
import type { Advice, Deviation } from '../advice.repository.js';
import { CommentList } from '../comments/comment.js';
import type { ShownComments } from '../comments/shown-comments.js';
import { Conditions, type ConditionsProps } from './conditions.js';
import { Frame, type Of, useAdviceText, useAssessmentText } from './frame.js';

export interface AdviceShowProps extends Omit<ConditionsProps, 'of'> {
  readonly of: Of;
  readonly isFixed: boolean;
  readonly askedAt: Date | null;
  /** Asked, and not answered yet. */
  readonly waits: boolean;
  readonly overdue: boolean;
  readonly advice: Advice | null;
  readonly inherited: boolean;
  readonly deviations: readonly Deviation[];
  readonly carriage: { readonly isStated: boolean; readonly isComplete: boolean; readonly waitsForDpo: boolean } | null;
  readonly amends: boolean;
  readonly comments: ShownComments;
  readonly reason?: string;
}

const Given = ({ advice, inherited }: { readonly advice: Advice; readonly inherited: boolean }) => {
  const t = useAdviceText();
  return (
    <>
      {inherited ? <Inset>{t('show.inherited')}</Inset> : null}
      <Text>
        <Tag kind={advice.advice === 'negative' ? 'blocked' : 'met'}>{t(`advice.${advice.advice}`)}</Tag>
      </Text>
      <Summary
        rows={[
          { key: t('show.advised'), value: <Time at={advice.advisedAt} /> },
          { key: t('show.reasons'), value: advice.reasons },
          { key: t('show.code'), value: <Code value={advice.fingerprint} short /> },
        ]}
      />
    </>
  );
};

const Asking = ({ of, role, isFixed, waits, askedAt, advice }: AdviceShowProps) => {
  const t = useAdviceText();
  if (waits && askedAt)
    return (
      <Text>
        {t('show.waits')} <Time at={askedAt} />.
      </Text>
    );
  if (!isFixed) return advice ? null : <Text>{t('show.unfixed')}</Text>;
  if (role !== 'hr_registrar' && role !== 'privacy_officer') return advice ? null : <Text>{t('show.unasked')}</Text>;
  return (
    <Form action={advicePaths.request(of.toolId, of.number)}>
      <Text>{t('show.askLead')}</Text>
      <Button kind={advice ? 'secondary' : undefined}>{t(advice ? 'show.again' : 'show.ask')}</Button>
    </Form>
  );
};

const DeviationForm = ({
  of,
  kind,
  reason,
  errors,
}: {
  readonly of: Of;
  readonly kind: 'negative' | 'not_received';
  readonly reason?: string;
  readonly errors?: readonly FieldError[];
}) => {
  const t = useAdviceText();
  const name = kind === 'negative' ? 'deviation' : 'missing';
  return (
    <>
      <H2>{t(`${name}.title`)}</H2>
      <Text>{t(`${name}.lead`)}</Text>
      <Form action={advicePaths.deviation(of.toolId, of.number)}>
        <Hidden name="kind" value={kind} />
        <Field
          name="reason"
          type="textarea"
          rows={4}
          limit={2000}
          label={t(`${name}.reason`)}
          value={reason}
          error={errorOf(errors, 'reason')}
        />
        <Button>{t(`${name}.button`)}</Button>
      </Form>
    </>
  );
};

const Deviations = ({ deviations }: Pick<AdviceShowProps, 'deviations'>) => {
  const t = useAdviceText();
  return (
    <>
      {deviations.map((one) => (
        <Inset key={one.id}>
          <Text>
            {t(one.kind === 'negative' ? 'deviation.shown' : 'missing.shown')}, <Time at={one.at} />: {one.reason}
          </Text>
        </Inset>
      ))}
    </>
  );
};

const Carried = ({ of, role, carriage, amends }: AdviceShowProps) => {
  const t = useAssessmentText();
  if (!amends) return null;
  if (carriage?.isComplete) return <Text>{t('holds.complete')}</Text>;
  if (carriage?.isStated) return <Text>{carriage.waitsForDpo ? t('holds.waitsDpo') : t('holds.stated')}</Text>;
  if (role !== 'privacy_officer') return null;
  return (
    <Text>
      <Link href={assessmentPaths.stillHolds(of.toolId, of.number)}>{t('next.stillHolds')}</Link>
    </Text>
  );
};

export const AdviceShowPage = (props: AdviceShowProps) => {
  const t = useAdviceText();
  const { of, role, advice, deviations, errors } = props;
  const mayDeviate = role === 'director' && advice?.advice === 'negative';
  const mayNote = role === 'director' && props.waits && props.overdue && !deviations.some(({ kind }) => kind === 'not_received');
  return (
    <Frame of={of} title={t('show.title')} errors={errors}>
      <ErrorSummary errors={errors} />
      {advice ? <Given advice={advice} inherited={props.inherited} /> : <Lead>{t('show.lead')}</Lead>}
      <Asking {...props} />
      <Carried {...props} />
      <Deviations deviations={deviations} />
      {mayDeviate ? <DeviationForm of={of} kind="negative" reason={props.reason} errors={errors} /> : null}
      {mayNote ? <DeviationForm of={of} kind="not_received" reason={props.reason} errors={errors} /> : null}
      {advice ? <Conditions {...props} /> : null}
      <CommentList {...props.comments} of={of.number} />
    </Frame>
  );
};
