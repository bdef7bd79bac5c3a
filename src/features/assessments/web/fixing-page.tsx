import type { Day } from '../../../kernel/clock.js';
import {
  Button,
  Code,
  DateField,
  ErrorSummary,
  type FieldError,
  Form,
  Inset,
  Lead,
  Link,
  List,
  Summary,
  Text,
  Time,
  usePage,
} from '../../../platform/ui/index.js';
import { assessmentPaths } from '../assessments.paths.js';
import type { Grade } from '../domain/residual-risk.js';
import type { SectionCode } from '../domain/sections.js';
import { ASSESSMENT_SECTIONS } from '../questions.catalogue.js';
import { Frame, type Of, useAssessmentText } from './frame.js';

export interface FixingPageProps {
  readonly of: Of;
  readonly fingerprint: string;
  readonly unfinished: readonly SectionCode[];
  readonly isRegistered: boolean;
  readonly capabilitiesConfirmed: boolean;
  readonly residualRisk: Grade | null;
  readonly loweredUnseen: boolean;
  readonly reviewDue: Day;
  readonly fixed: { readonly at: Date; readonly due: Day } | null;
  readonly errors?: readonly FieldError[];
}

const Blocked = ({ of, unfinished, isRegistered, capabilitiesConfirmed }: FixingPageProps) => {
  const t = useAssessmentText();
  const { language } = usePage();
  const links = unfinished.map((code) => (
    <Link key={code} href={assessmentPaths.section(of.toolId, of.number, code)}>
      {ASSESSMENT_SECTIONS[code].title[language]}
    </Link>
  ));
  return (
    <Inset>
      {isRegistered ? null : <Text>{t('fix.unregistered')}</Text>}
      {capabilitiesConfirmed ? null : <Text>{t('fix.capabilities')}</Text>}
      {links.length > 0 ? (
        <>
          <Text>{t('fix.unfinished')}</Text>
          <List items={links} />
        </>
      ) : null}
    </Inset>
  );
};

export const FixingPage = (props: FixingPageProps) => {
  const t = useAssessmentText();
  const { of, fixed, residualRisk, errors } = props;
  const ready = props.unfinished.length === 0 && props.isRegistered && props.capabilitiesConfirmed;
  return (
    <Frame of={of} title={t(fixed ? 'fix.reviewTitle' : 'fix.title')} errors={errors} under>
      <ErrorSummary errors={errors} />
      <Lead>{t(fixed ? 'fix.reviewLead' : 'fix.lead')}</Lead>
      <Summary
        rows={[
          { key: t('fix.residual'), value: residualRisk ? t(`grade.${residualRisk}`) : t('fix.unknown') },
          ...(props.loweredUnseen ? [{ key: '', value: t('fix.lowered') }] : []),
          { key: t('fix.code'), value: <Code value={props.fingerprint} /> },
          ...(fixed
            ? [
                { key: t('fix.at'), value: <Time at={fixed.at} /> },
                { key: t('fix.until'), value: <Time on={fixed.due} /> },
              ]
            : []),
        ]}
      />
      {ready ? (
        <Form action={assessmentPaths.fixing(of.toolId, of.number)}>
          <DateField
            name="reviewDue"
            label={t('fix.due')}
            hint={t('fix.dueHint')}
            value={props.reviewDue}
            error={errors?.find(({ field }) => field === 'reviewDue')?.text}
          />
          <Button>{t(fixed ? 'fix.reviewButton' : 'fix.button')}</Button>
        </Form>
      ) : (
        <Blocked {...props} />
      )}
    </Frame>
  );
};

export interface StatementPageProps {
  readonly of: Of;
  readonly isStated: boolean;
  readonly waitsForDpo: boolean;
  readonly isComplete: boolean;
}
/** An amending version: does the DPIA of the version before still hold? */
export const StatementPage = ({ of, isStated, waitsForDpo, isComplete }: StatementPageProps) => {
  const t = useAssessmentText();
  return (
    <Frame of={of} title={t('next.stillHolds')} under>
      {isStated ? (
        <>
          <Lead>{t('holds.stated')}</Lead>
          {waitsForDpo ? <Text>{t('holds.waitsDpo')}</Text> : null}
          {isComplete ? <Text>{t('holds.complete')}</Text> : null}
        </>
      ) : (
        <>
          <Lead>{t('holds.lead')}</Lead>
          <Form action={assessmentPaths.stillHolds(of.toolId, of.number)}>
            <Button>{t('holds.button')}</Button>
          </Form>
        </>
      )}
    </Frame>
  );
};
