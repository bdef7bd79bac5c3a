import type { Actor } from '../../../kernel/actor.js';
import { ErrorSummary, Field, type FieldError, H2, Inset, Lead, Link, Radios, Text, usePage } from '../../../platform/ui/index.js';
import { type AnyQuestion, askedIn, isList, mayWrite, QuestionForm, type Section, toolPaths, type Values } from '../../tools/index.js';
import { assessmentPaths } from '../assessments.paths.js';
import { Comment } from '../comments/comment.js';
import type { ShownComments } from '../comments/shown-comments.js';
import { type Place, placeOf } from '../domain/answer-comments.js';
import { MAX_NOTE } from '../domain/section-form.js';
import { SECTIONS, type SectionCode } from '../domain/sections.js';
import type { Finding } from '../read-assessment.js';
import { AnswersShown } from './answers-shown.js';
import { Findings } from './findings.js';
import { Frame, type Of, useAssessmentText } from './frame.js';

export interface SectionFoot {
  readonly note: string;
  readonly pages: string;
  readonly finished: boolean | null;
}
export interface SectionPageProps {
  readonly of: Of;
  readonly code: SectionCode;
  readonly section: Section;
  readonly values: Values;
  readonly role: Actor['role'];
  readonly foot: SectionFoot;
  readonly hasDpiaFile: boolean;
  readonly findings: readonly Finding[];
  readonly names: ReadonlyMap<string, string>;
  readonly comments: ShownComments;
  readonly errors?: readonly FieldError[];
}

const errorAt = (errors: readonly FieldError[] | undefined, field: string): string | undefined =>
  errors?.find((one) => one.field === field)?.text;

/** What stands under the questions of every section: remarks, where it stands in the document, and whether it is finished. */
const Foot = ({ foot, hasDpiaFile, errors }: Pick<SectionPageProps, 'foot' | 'hasDpiaFile' | 'errors'>) => {
  const t = useAssessmentText();
  return (
    <>
      <Field
        name="note"
        type="textarea"
        rows={3}
        label={t('section.note')}
        hint={t('section.noteHint')}
        value={foot.note}
        limit={MAX_NOTE}
        optional
        error={errorAt(errors, 'note')}
      />
      {hasDpiaFile ? (
        <Field
          name="pages"
          label={t('section.pages')}
          hint={t('section.pagesHint')}
          value={foot.pages}
          optional
          error={errorAt(errors, 'pages')}
        />
      ) : null}
      <Finished value={foot.finished} error={errorAt(errors, 'finished')} />
    </>
  );
};
export const Finished = ({ value, error }: { readonly value: boolean | null; readonly error?: string }) => {
  const t = useAssessmentText();
  const { language } = usePage();
  const words = language === 'nl' ? { yes: 'Ja', no: 'Nee' } : { yes: 'Yes', no: 'No' };
  return (
    <Radios
      name="finished"
      label={t('section.finished')}
      inline
      value={value === null ? null : value ? 'yes' : 'no'}
      items={[
        { value: 'yes', text: words.yes },
        { value: 'no', text: words.no },
      ]}
      error={error}
    />
  );
};

/** Some answers count only with their document. */
const Documents = ({ of }: { readonly of: Of }) => {
  const t = useAssessmentText();
  return (
    <Inset>
      <Text>{t('section.documents')}</Text>
      <Link href={toolPaths.files(of.toolId, of.number)}>{t('section.documentsLink')}</Link>
    </Inset>
  );
};

/** A finding stands beside its question; when that is not asked now, under the section. */
const isAsked = ({ attribute }: Finding, { section, values }: SectionPageProps): boolean =>
  askedIn(section.questions, values).some(
    ({ question, item }) => item === '' && (isList(question) ? question.list : question.attribute) === attribute,
  );

/** What the DPO said of an answer, for who may read the advice's words on it. */
const saidOf =
  ({ comments, of }: SectionPageProps) =>
  (place: Place) => {
    const comment = comments.comments.find((one) => placeOf(one) === placeOf(place));
    return comment ? <Comment comment={comment} earlier={comments.number === of.number ? undefined : comments.number} /> : null;
  };

const asksOf = (questions: readonly AnyQuestion[], role: Actor['role']): boolean =>
  questions.some((question) =>
    isList(question) ? mayWrite(role, question.list) || asksOf(question.questions, role) : mayWrite(role, question.attribute),
  );

export const SectionPage = (props: SectionPageProps) => {
  const t = useAssessmentText();
  const { language } = usePage();
  const { of, code, section, role, findings } = props;
  const writes = role === 'privacy_officer';
  const asks = asksOf(section.questions, role) && role !== 'hr_registrar' && role !== 'director';
  const unplaced = asks ? findings.filter((finding) => !isAsked(finding, props)) : findings;
  const said = saidOf(props);
  const beside = (attribute: string, item: string) => (
    <>
      {said({ attribute, item })}
      {item === '' ? <Findings findings={findings.filter((finding) => finding.attribute === attribute)} /> : null}
    </>
  );
  return (
    <Frame
      of={of}
      title={section.title[language]}
      errors={props.errors}
      caption={t('section.step', { n: SECTIONS.indexOf(code) + 1 })}
      under
    >
      <ErrorSummary errors={props.errors} />
      {section.intro ? <Lead>{section.intro[language]}</Lead> : null}
      {writes ? null : <Inset>{t('section.readOnly')}</Inset>}
      {code === 'measures' ? <Documents of={of} /> : null}
      {asks ? (
        <QuestionForm
          section={section}
          values={props.values}
          role={role}
          action={assessmentPaths.section(of.toolId, of.number, code)}
          errors={props.errors}
          save={t('section.save')}
          beside={beside}
        >
          {writes ? <Foot foot={props.foot} hasDpiaFile={props.hasDpiaFile} errors={props.errors} /> : null}
        </QuestionForm>
      ) : (
        <AnswersShown section={section} values={props.values} names={props.names} beside={said} untitled />
      )}
      {findings.length === 0 || unplaced.length > 0 ? <H2>{t('findings.title')}</H2> : null}
      {findings.length === 0 ? <Text>{t('findings.none')}</Text> : <Findings findings={unplaced} />}
    </Frame>
  );
};
