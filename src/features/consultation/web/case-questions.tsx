import {
  Button,
  Details,
  errorOf,
  Field,
  type FieldError,
  Form,
  H2,
  H3,
  Link,
  List,
  Select,
  Tag,
  Text,
  Time,
  usePage,
} from '../../../platform/ui/index.js';
import { formatDay, formatInstant, text } from '../../../platform/i18n/index.js';
import { consultationPaths } from '../consultation.paths.js';
import type { Meeting } from '../domain/case-file.js';
import { questionsCatalogue } from '../questions/questions.catalogue.js';
import type { Question } from '../questions/questions.repository.js';
import type { FoundRequest } from '../requests.repository.js';
import { useTexts } from './act-page.js';

export interface QuestionsPartProps {
  readonly request: FoundRequest;
  readonly questions: readonly Question[];
  /** Those that were recorded on this request. */
  readonly meetings: readonly Meeting[];
  readonly may: { readonly ask: boolean; readonly answer: boolean; readonly noteAnswer: boolean };
  /** Where a file of an answer is read by whoever has this page. */
  readonly fileHref?: (questionId: string, fileId: string) => string;
  readonly errors?: readonly FieldError[];
  readonly typed?: Readonly<Record<string, string>>;
}
type OfOne = QuestionsPartProps & { readonly question: Question };

const useQuestionTexts = () => text(questionsCatalogue, usePage().language);

const Answered = ({ request, question, fileHref }: OfOne) => {
  const q = useQuestionTexts();
  const { language } = usePage();
  const { answer, answeredAt, answeredInMeetingOn } = question;
  if (answer === null || !answeredAt) return null;
  return (
    <>
      <Text>
        {answeredInMeetingOn
          ? q('answeredInMeeting', { date: formatDay(answeredInMeetingOn, language) })
          : q('answered', { when: formatInstant(answeredAt, language) })}
      </Text>
      {answer.split('\n').map((line, at) => (
        <Text key={at}>{line}</Text>
      ))}
      {question.files.length > 0 ? (
        <List
          items={question.files.map(({ id, name }) => (
            <Link href={fileHref?.(question.id, id) ?? consultationPaths.answerFile(request.id, question.id, id)}>{name}</Link>
          ))}
        />
      ) : null}
    </>
  );
};

const AnswerForm = ({ request, question, errors, typed }: OfOne) => {
  const t = useTexts();
  const q = useQuestionTexts();
  const [answer, files] = [`answer-${question.id}`, `files-${question.id}`];
  return (
    <Form action={consultationPaths.questionAnswer(request.id, question.id)} multipart>
      <Field
        name={answer}
        type="textarea"
        rows={4}
        limit={4000}
        label={t('questions.answer')}
        value={typed?.[answer]}
        error={errorOf(errors, answer)}
      />
      <Field name={files} type="file" multiple optional label={q('files')} hint={q('filesHint')} error={errorOf(errors, files)} />
      <Button>{t('questions.send')}</Button>
    </Form>
  );
};

/** For an officer: what the employer said in a meeting. */
const NoteForm = ({ request, question, meetings, errors, typed }: OfOne) => {
  const q = useQuestionTexts();
  const { language } = usePage();
  const [said, meeting] = [`said-${question.id}`, `meeting-${question.id}`];
  return (
    <Details summary={q('inMeeting')} open={errorOf(errors, said) !== undefined || errorOf(errors, meeting) !== undefined}>
      <Text>{q('inMeetingLead')}</Text>
      <Form action={consultationPaths.questionNote(request.id, question.id)}>
        <Select
          name={meeting}
          label={q('meeting')}
          items={meetings.map(({ id, heldOn }) => ({ value: id, text: formatDay(heldOn, language) }))}
          value={typed?.[meeting] ?? meetings.at(-1)?.id}
          error={errorOf(errors, meeting)}
        />
        <Field name={said} type="textarea" rows={4} limit={4000} label={q('said')} value={typed?.[said]} error={errorOf(errors, said)} />
        <Button kind="secondary">{q('note')}</Button>
      </Form>
    </Details>
  );
};

export const QuestionsPart = (props: QuestionsPartProps) => {
  const t = useTexts();
  const { request, questions, may, errors, typed } = props;
  return (
    <section id="questions">
      <H2>{t('questions.heading')}</H2>
      {questions.length === 0 ? <Text>{t('questions.none')}</Text> : null}
      {questions.map((question) => (
        <section key={question.id}>
          <H3>{question.text}</H3>
          <Text>
            <Time at={question.askedAt} />
          </Text>
          {question.answer === null ? <Tag kind="waiting">{t('questions.open')}</Tag> : <Answered {...props} question={question} />}
          {question.answer === null && may.answer ? <AnswerForm {...props} question={question} /> : null}
          {question.answer === null && may.noteAnswer && props.meetings.length > 0 ? <NoteForm {...props} question={question} /> : null}
        </section>
      ))}
      {may.ask ? (
        <Form action={consultationPaths.questions(request.id)}>
          <Field
            name="text"
            type="textarea"
            rows={4}
            label={t('questions.text')}
            hint={t('questions.hint')}
            limit={4000}
            value={typed?.['text']}
            error={errorOf(errors, 'text')}
          />
          <Button kind="secondary">{t('questions.ask')}</Button>
        </Form>
      ) : null}
    </section>
  );
};
