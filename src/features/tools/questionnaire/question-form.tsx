import type { ComponentChildren } from 'preact';
import type { Actor, Language } from '../../../kernel/actor.js';
import { text } from '../../../platform/i18n/index.js';
import { Button, Details, errorOf, Fieldset, Form, Hidden, LinkButton, Small, Text, usePage } from '../../../platform/ui/index.js';
import type { FieldError } from '../../../platform/ui/index.js';
import { ownersText } from './fault-texts.js';
import { formCatalogue } from './form.catalogue.js';
import { type AnyQuestion, fieldName, isList, type ListQuestion, type Question, type Section, sightOf } from './question.js';
import { QuestionField, ReadOnly, ReadOnlyRun } from './question-field.js';
import { mayWrite } from './read-answers.js';
import type { Values } from './values.js';

interface Frame {
  readonly values: Values;
  readonly role: Actor['role'];
  readonly errors: readonly FieldError[];
  readonly language: Language;
  /** What stands under a question: the findings of the rules about it, for instance. */
  readonly beside?: (attribute: string, item: string) => ComponentChildren;
}

const useFormText = () => text(formCatalogue, usePage().language);

const Why = ({ question, language }: { readonly question: AnyQuestion; readonly language: Language }) => {
  const t = useFormText();
  return question.why ? (
    <Details summary={t('why')}>
      <Text>{question.why[language]}</Text>
    </Details>
  ) : null;
};

const One = ({ question, item, frame }: { readonly question: Question; readonly item: string; readonly frame: Frame }) => {
  const value = frame.values.get(question.attribute, item);
  const writes = mayWrite(frame.role, question.attribute);
  return (
    <>
      {writes ? (
        <QuestionField
          question={question}
          item={item}
          value={value}
          language={frame.language}
          error={errorOf(frame.errors, fieldName(question.attribute, item))}
        />
      ) : (
        <ReadOnly
          question={question}
          value={frame.values.isAnswered(question.attribute, item) ? value : undefined}
          language={frame.language}
        />
      )}
      <Why question={question} language={frame.language} />
      {frame.beside?.(question.attribute, item)}
    </>
  );
};

const Rows = ({ question, item, frame }: { readonly question: ListQuestion; readonly item: string; readonly frame: Frame }) => {
  const t = useFormText();
  const { language } = frame;
  const rows = frame.values.items(question.list, item);
  const writes = mayWrite(frame.role, question.list);
  return (
    <Fieldset legend={question.text[language]} size="m">
      {question.hint ? <Text>{question.hint[language]}</Text> : null}
      <Why question={question} language={language} />
      {writes ? <Hidden name={fieldName(question.list, item)} value={rows.join(' ')} /> : null}
      {rows.length === 0 ? <Text id={fieldName(question.list, item)}>{question.none[language]}</Text> : null}
      {rows.map((row, at) => (
        <Fieldset key={row} legend={t('row', { row: question.row[language], n: at + 1 })}>
          <Questions questions={question.questions} item={row} frame={frame} />
          {writes ? (
            <Text>
              <LinkButton name="_remove" value={`${question.list}|${row}`}>
                {t('remove', { row: question.row[language], n: at + 1 })}
              </LinkButton>
            </Text>
          ) : null}
        </Fieldset>
      ))}
      {writes ? (
        <Button kind="secondary" name="_add" value={`${question.list}|${item}`}>
          {question.add[language]}
        </Button>
      ) : null}
      {frame.beside?.(question.list, item)}
    </Fieldset>
  );
};

interface QuestionsProps {
  readonly questions: readonly AnyQuestion[];
  readonly item: string;
  readonly frame: Frame;
}
/** Questions that follow each other and that the same others fill in stand together; with findings beside them, each stands alone. */
const runsOf = (questions: readonly AnyQuestion[], { role, language, beside }: Frame): AnyQuestion[][] => {
  const ownersOf = (question: AnyQuestion | undefined): string | null =>
    !question || beside || isList(question) || mayWrite(role, question.attribute) ? null : ownersText(question.attribute, language);
  const runs: AnyQuestion[][] = [];
  for (const question of questions) {
    const owners = ownersOf(question);
    const last = runs.at(-1);
    if (last && owners !== null && owners === ownersOf(last[0])) last.push(question);
    else runs.push([question]);
  }
  return runs;
};

const Questions = ({ questions, item, frame }: QuestionsProps) => (
  <>
    {runsOf(
      questions.filter((question) => !question.when || question.when(sightOf(frame.values, item))),
      frame,
    ).map((run) => {
      const [question] = run;
      if (!question) return null;
      if (isList(question)) return <Rows key={question.list} question={question} item={item} frame={frame} />;
      if (run.length === 1) return <One key={question.attribute} question={question} item={item} frame={frame} />;
      const shown = run
        .filter((one): one is Question => !isList(one))
        .map((one) => ({
          question: one,
          value: frame.values.isAnswered(one.attribute, item) ? frame.values.get(one.attribute, item) : undefined,
        }));
      return <ReadOnlyRun key={question.attribute} shown={shown} language={frame.language} />;
    })}
  </>
);

export interface QuestionFormProps {
  readonly section: Section;
  readonly values: Values;
  /** The acting role: what it does not own is shown, not asked. */
  readonly role: Actor['role'];
  readonly action: string;
  readonly errors?: readonly FieldError[];
  /** The words on the button that saves. */
  readonly save?: string;
  readonly beside?: Frame['beside'];
  /** More fields of the caller's own, above the button; it reads them itself and takes them out of the body. */
  readonly children?: ComponentChildren;
}

const hasProposals = (questions: readonly AnyQuestion[], values: Values, item = ''): boolean =>
  questions.some((question) => {
    if (isList(question)) return values.items(question.list, item).some((row) => hasProposals(question.questions, values, row));
    return !values.isAnswered(question.attribute, item) && values.get(question.attribute, item) !== undefined;
  });

/** A section of questions as a form. Works without JavaScript: "add a row" and "remove" send the form and keep what was typed. */
export const QuestionForm = ({ section, values, role, action, errors = [], save, beside, children }: QuestionFormProps) => {
  const t = useFormText();
  const { language } = usePage();
  const frame: Frame = { values, role, errors, language, beside };
  const asks = asksAnything(section.questions, role) || [children].flat().some(Boolean);
  return (
    <Form action={action}>
      {hasRows(section, frame) ? <SaveFirst label={save ?? t('save')} /> : null}
      {hasProposals(section.questions, values) && errors.length === 0 ? <Text>{t('proposed')}</Text> : null}
      <Questions questions={section.questions} item="" frame={frame} />
      {children}
      {asks ? <Small>{t('openMay')}</Small> : null}
      <Button name="_save" value="yes">
        {asks ? (save ?? t('save')) : t('next')}
      </Button>
    </Form>
  );
};

const asksAnything = (questions: readonly AnyQuestion[], role: Actor['role']): boolean =>
  questions.some((question) =>
    isList(question) ? mayWrite(role, question.list) || asksAnything(question.questions, role) : mayWrite(role, question.attribute),
  );

/** Enter presses the first button of a form: on a page with rows that must save, not remove one. */
const SaveFirst = ({ label }: { readonly label: string }) => (
  <Text>
    <LinkButton name="_save" value="yes">
      {label}
    </LinkButton>
  </Text>
);
const hasRows = (section: Section, frame: Frame): boolean =>
  section.questions.some(
    (question) =>
      isList(question) && (mayWrite(frame.role, question.list) || hasRows({ ...section, questions: question.questions }, frame)),
  );
