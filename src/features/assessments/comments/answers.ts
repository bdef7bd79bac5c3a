import type { Language } from '../../../kernel/actor.js';
import {
  answeredValues,
  type AnyQuestion,
  askedIn,
  isList,
  REGISTRATION_SECTIONS,
  shownValue,
  type Values,
  type Version,
} from '../../tools/index.js';
import { NAME_OF_ROW, placeOf } from '../domain/answer-comments.js';
import { SECTIONS } from '../domain/sections.js';
import { ASSESSMENT_SECTIONS } from '../questions.catalogue.js';

/** One answer as people know it: its question, the row that it is of, and what was answered. */
export interface NamedAnswer {
  readonly attribute: string;
  readonly item: string;
  readonly question: string;
  readonly row: string | null;
  readonly value: string | null;
}

const valueAt = (question: AnyQuestion, item: string, values: Values, language: Language): string | null => {
  if (isList(question) || !values.isAnswered(question.attribute, item)) return null;
  const value = values.get(question.attribute, item);
  return value === undefined ? null : shownValue(question, value, language);
};

const listOf = (attribute: string): string => attribute.slice(0, attribute.lastIndexOf('[]') + 1);
/** Rows of two lists can bear one id. */
const namesRowOf = (name: string, attribute: string): boolean => NAME_OF_ROW.includes(name) && listOf(name) === listOf(attribute);

/** Every question of registration and assessment that is asked of this version, once; a list's rows written out. */
export const answersOf = (version: Version, language: Language): readonly NamedAnswer[] => {
  const values = answeredValues(version);
  const sections = [...REGISTRATION_SECTIONS, ...SECTIONS.map((code) => ASSESSMENT_SECTIONS[code])];
  const asked = sections.flatMap(({ questions }) => askedIn(questions, values));
  const rowOf = (attribute: string, item: string): string | null => {
    const named = asked.find(({ question, item: of }) => of === item && !isList(question) && namesRowOf(question.attribute, attribute));
    return item !== '' && named ? valueAt(named.question, item, values, language) : null;
  };
  const answers = asked.flatMap(({ question, item }): readonly NamedAnswer[] =>
    isList(question)
      ? []
      : [
          {
            attribute: question.attribute,
            item,
            question: question.text[language],
            row: rowOf(question.attribute, item),
            value: valueAt(question, item, values, language),
          },
        ],
  );
  return [...new Map(answers.map((one) => [placeOf(one), one])).values()];
};
