import { H3, Summary, usePage } from '../../../platform/ui/index.js';
import { type AnyQuestion, askedIn, isList, type Section, shownValue, type Values } from '../../tools/index.js';
import { useAdviceText } from './frame.js';

const SIGNED_BY = 'purposes[].balancingTest.signedBy';
const NAME_OF_ROW = [
  'purposes[].code',
  'tool.dataCategories[].code',
  'tool.recipients[].role',
  'processors[].name',
  'transfers[].country',
  'assessment.alternatives[].description',
];

interface Props {
  readonly section: Section;
  readonly values: Values;
  readonly names?: ReadonlyMap<string, string>;
  /** The page's own heading says it already. */
  readonly untitled?: boolean;
}

/** What a section's questions were answered with, for those who do not fill it in. */
export const AnswersShown = ({ section, values, names, untitled }: Props) => {
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
          value: valueOf(question, item),
        }))}
      />
    </>
  );
};
