import type { Actor } from '../../../kernel/actor.js';
import {
  Button,
  ButtonGroup,
  ButtonLink,
  ErrorSummary,
  Field,
  type FieldError,
  Form,
  H2,
  Lead,
  Link,
  List,
  type TagProps,
  TaskList,
  Text,
  usePage,
} from '../../../platform/ui/index.js';
import { advicePaths, assessmentPaths } from '../assessments.paths.js';
import { SECTIONS, type SectionCode } from '../domain/sections.js';
import { ASSESSMENT_SECTIONS } from '../questions.catalogue.js';
import { Frame, type Of, useAssessmentText } from './frame.js';

export interface OverviewProps {
  readonly of: Of;
  readonly role: Actor['role'];
  readonly sections: Readonly<Record<SectionCode, { readonly state: 'done' | 'busy' | 'todo'; readonly findings: number }>>;
  readonly finished: number;
  readonly isFixed: boolean;
  readonly asked: boolean;
  readonly amends: boolean;
  readonly proposed: boolean;
  /** A test is ready for the director's signature, or waits for the privacy officer. */
  readonly unsigned: boolean;
  readonly dpiaFile: string | null;
  readonly errors?: readonly FieldError[];
}

const TAGS: Readonly<Record<'done' | 'busy' | 'todo', TagProps['kind']>> = { done: 'met', busy: 'neutral', todo: 'neutral' };

const Tasks = ({ of, sections }: Pick<OverviewProps, 'of' | 'sections'>) => {
  const t = useAssessmentText();
  const { language } = usePage();
  return (
    <TaskList
      items={SECTIONS.map((code) => {
        const { state, findings } = sections[code];
        return {
          text: ASSESSMENT_SECTIONS[code].title[language],
          href: assessmentPaths.section(of.toolId, of.number, code),
          hint: findings > 0 ? t('section.findings', { n: findings }) : undefined,
          tag: { kind: TAGS[state], children: t(`section.${state}`) },
        };
      })}
    />
  );
};

const Attachment = ({ of, dpiaFile, errors }: Pick<OverviewProps, 'of' | 'dpiaFile' | 'errors'>) => {
  const t = useAssessmentText();
  return (
    <>
      <H2>{t('attach.title')}</H2>
      <Text>{t('attach.lead')}</Text>
      {dpiaFile ? <Text>{t('attach.present', { name: dpiaFile })}</Text> : null}
      <Form action={assessmentPaths.attachment(of.toolId, of.number)} multipart>
        <Field name="file" type="file" label={t('attach.field')} hint={t('attach.hint')} error={errors?.[0]?.text} />
        <Button kind="secondary">{t('attach.button')}</Button>
      </Form>
    </>
  );
};

const Next = ({ of, role, finished, isFixed, asked, amends, unsigned }: OverviewProps) => {
  const t = useAssessmentText();
  const path = assessmentPaths;
  const isOfficer = role === 'privacy_officer';
  return (
    <>
      <H2>{t('next.title')}</H2>
      {isFixed ? <Text>{t('next.fixed')}</Text> : null}
      {!isFixed && finished < SECTIONS.length && !amends ? <Text>{t('next.sections')}</Text> : null}
      {unsigned && role !== 'director' ? <Text>{t('next.waitsSign')}</Text> : null}
      <ButtonGroup>
        {unsigned && role === 'director' ? <ButtonLink href={path.signature(of.toolId, of.number)}>{t('next.sign')}</ButtonLink> : null}
        {isOfficer && amends ? <ButtonLink href={path.stillHolds(of.toolId, of.number)}>{t('next.stillHolds')}</ButtonLink> : null}
        {isOfficer && (isFixed || finished === SECTIONS.length) ? (
          <ButtonLink href={path.fixing(of.toolId, of.number)} kind={isFixed || amends ? 'secondary' : undefined}>
            {t(isFixed ? 'next.review' : 'next.fix')}
          </ButtonLink>
        ) : null}
      </ButtonGroup>
      <List
        items={[
          <Link href={advicePaths.show(of.toolId, of.number)}>
            {t((role === 'hr_registrar' || role === 'privacy_officer') && isFixed && !asked ? 'next.ask' : 'next.advice')}
          </Link>,
        ]}
        kind="plain"
      />
    </>
  );
};

export const OverviewPage = (props: OverviewProps) => {
  const t = useAssessmentText();
  return (
    <Frame of={props.of} title={t('overview.title')} errors={props.errors}>
      <ErrorSummary errors={props.errors} />
      <Lead>{t('overview.lead')}</Lead>
      <Text>{t('overview.done', { n: props.finished })}</Text>
      {props.proposed ? <Text>{t('overview.proposed')}</Text> : null}
      <Tasks of={props.of} sections={props.sections} />
      <Next {...props} />
      {props.role === 'privacy_officer' && !props.isFixed ? (
        <Attachment of={props.of} dpiaFile={props.dpiaFile} errors={props.errors} />
      ) : null}
    </Frame>
  );
};
