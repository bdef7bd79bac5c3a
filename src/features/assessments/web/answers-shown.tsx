import type { ComponentChildren } from 'preact';
import { H3, Summary, usePage } from '../../../platform/ui/index.js';
import { type AnyQuestion, askedIn, isList, type Section, shownValue, type Values } from '../../tools/index.js';
import { NAME_OF_ROW, type Place } from '../domain/answer-comments.js';
import { useAdviceText } from './frame.js';

const SIGNED_BY = 'purposes[].balancingTest.signedBy';

interface Props {
  readonly section: Section;
  readonly values: Values;
  readonly names?: ReadonlyMap<string, string>;
  /** The page's own heading says it already. */
  readonly untitled?: boolean;
  /** What was said of an answer, under it. */
  readonly beside?: (place: Place) => ComponentChildren;
  /** Where the reader says something of an answer. */
  readonly change?: (place: Place) => { readonly href: string; readonly text: string } | undefined;
}

/** What a section's questions were answered with, for those who do not fill it in. */
export const AnswersShown = ({ section, values, names, untitled, beside, change }: Props) => {
  const t = useAdviceText();
  const { language } = usePage();
  const valueOf = (question: AnyQuestion, item: string): string => {
    if (isList(question)) return '';
    const value = values.isAnswered(question.attribute, item) ? values.get(question.attribute, item) : undefined;
    if (value === undefined) return t('dossier.unanswered');
    if (question.attribute === SIGNED_BY && typeof value === 'string') return names?.get(value) ?? value;
    return shownValue(question, value, language);
  };
  const rows = askedIn(section.questions, values).filter(({ question }) => !isList(question));
  if (rows.length === 0) return null;
  return (
    <>
      {untitled ? null : <H3>{section.title[language]}</H3>}
      <Summary
        rows={rows.map(({ question, item }) => ({
          key:
            !isList(question) && NAME_OF_ROW.includes(question.attribute) ? (
              <strong>{question.text[language]}</strong>
            ) : (
              question.text[language]
            ),
          value: (
            <>
              {valueOf(question, item)}
              {isList(question) ? null : beside?.({ attribute: question.attribute, item })}
            </>
          ),
          change: isList(question) ? undefined : change?.({ attribute: question.attribute, item }),
        }))}
      />
    </>
  );
};
