import { text } from '../../../platform/i18n/index.js';
import { Code, Details, ErrorSummary, H2, Inset, Lead, Summary, Text, Time, usePage } from '../../../platform/ui/index.js';
import { REGISTRATION_SECTIONS, type Values } from '../../tools/index.js';
import type { Advice } from '../advice.repository.js';
import { advicePaths } from '../assessments.paths.js';
import { Comment, CommentList } from '../comments/comment.js';
import { commentsCatalogue } from '../comments/comments.catalogue.js';
import type { ShownComment } from '../comments/shown-comments.js';
import { type Place, placeOf } from '../domain/answer-comments.js';
import type { TypedRisk } from '../domain/risk-form.js';
import { SECTIONS } from '../domain/sections.js';
import type { SectionNote } from '../dpia.repository.js';
import { ASSESSMENT_SECTIONS } from '../questions.catalogue.js';
import type { Finding } from '../read-assessment.js';
import { AnswersShown } from './answers-shown.js';
import { Conditions, type ConditionsProps } from './conditions.js';
import { Findings } from './findings.js';
import { Frame, type Of, useAdviceText, useAssessmentText } from './frame.js';
import { GiveAdviceForm, type GiveAdviceProps } from './give-advice-form.js';
import { OwnAnswers, type OwnAnswersProps } from './own-answers.js';
import { RiskSummary } from './risks-page.js';

export interface GiveAdvicePageProps extends GiveAdviceProps, Omit<ConditionsProps, 'of' | 'typed' | 'errors'> {
  readonly of: Of;
  readonly askedAt: Date;
  readonly fingerprint: string;
  /** Asked, and not answered yet. */
  readonly waits: boolean;
  readonly advice: Advice | null;
  readonly findings: readonly Finding[];
  readonly values: Values;
  readonly notes: readonly SectionNote[];
  readonly risks: readonly TypedRisk[];
  readonly names: ReadonlyMap<string, string>;
  readonly comments: readonly ShownComment[];
  readonly own: OwnAnswersProps;
  readonly acted?: ConditionsProps['typed'];
}

/** Under each answer what the DPO said of it, and the way to say it while the advice is not given. */
const useCommenting = ({ comments, versionId, waits }: Pick<GiveAdvicePageProps, 'comments' | 'versionId' | 'waits'>) => {
  const t = text(commentsCatalogue, usePage().language);
  const of = (place: Place) => comments.find((one) => placeOf(one) === placeOf(place));
  return {
    beside: (place: Place) => {
      const comment = of(place);
      return comment ? <Comment comment={comment} /> : null;
    },
    change: (place: Place) =>
      waits ? { href: advicePaths.commentOn(versionId, placeOf(place)), text: t(of(place) ? 'change' : 'link') } : undefined,
  };
};

/** The whole dossier as the DPO reads it. */
const Dossier = (props: Pick<GiveAdvicePageProps, 'values' | 'notes' | 'risks' | 'names' | 'comments' | 'versionId' | 'waits'>) => {
  const { values, notes, risks, names } = props;
  const commenting = useCommenting(props);
  const t = useAdviceText();
  const a = useAssessmentText();
  const { language } = usePage();
  const titleOf = (section: string): string =>
    SECTIONS.flatMap((code) => (code === section ? [ASSESSMENT_SECTIONS[code].title[language]] : []))[0] ?? section;
  return (
    <>
      <H2>{t('dossier.title')}</H2>
      {props.waits ? <Text>{text(commentsCatalogue, language)('lead')}</Text> : null}
      <Details summary={t('dossier.step2')}>
        {REGISTRATION_SECTIONS.map((section) => (
          <AnswersShown key={section.code} section={section} values={values} {...commenting} />
        ))}
      </Details>
      <Details summary={t('dossier.step3')}>
        {SECTIONS.map((code) => (
          <AnswersShown key={code} section={ASSESSMENT_SECTIONS[code]} values={values} names={names} {...commenting} />
        ))}
        <Summary
          rows={notes
            .filter(({ note, pages }) => note !== '' || pages !== '')
            .map(({ section, note, pages }) => ({
              key: `${titleOf(section)}: ${a('section.note')}`,
              value: [note, pages].filter((one) => one !== '').join(' · '),
            }))}
        />
      </Details>
      <Details summary={t('dossier.risks')}>
        {risks.map((row, at) => (
          <RiskSummary key={at} row={row} at={at} />
        ))}
      </Details>
    </>
  );
};

export const GiveAdvicePage = (props: GiveAdvicePageProps) => {
  const t = useAdviceText();
  const a = useAssessmentText();
  const { of, advice, errors, findings } = props;
  return (
    <Frame of={of} title={t('give.title', { tool: of.toolName })} errors={errors}>
      <ErrorSummary errors={errors} />
      <Lead>{t('show.lead')}</Lead>
      <Summary
        rows={[
          { key: t('list.asked'), value: <Time at={props.askedAt} /> },
          { key: t('show.code'), value: <Code value={props.fingerprint} /> },
        ]}
      />
      <H2>{t('dossier.findings')}</H2>
      {findings.length === 0 ? <Text>{a('findings.none')}</Text> : <Findings findings={findings} />}
      <Dossier {...props} />
      <CommentList number={of.number} comments={props.comments} of={of.number} />
      <OwnAnswers {...props.own} />
      {advice ? (
        <>
          <H2>{t('give.yours', { advice: t(`advice.${advice.advice}`) })}</H2>
          <Inset>{advice.reasons}</Inset>
          <Conditions of={of} role={props.role} conditions={props.conditions} typed={props.acted} errors={errors} />
        </>
      ) : null}
      {props.waits ? <GiveAdviceForm versionId={props.versionId} typed={props.typed} choices={props.choices} errors={errors} /> : null}
    </Frame>
  );
};
