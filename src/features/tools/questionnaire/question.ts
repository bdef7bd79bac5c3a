import type { Json } from '../../../kernel/canonical.js';
import type { Bilingual } from '../starters/starter.js';
import type { Values } from './values.js';

/** What a question may look at to see whether it is asked: answers and proposals, of its own row where it stands in a list. */
export interface Sight {
  value(attribute: string): Json | undefined;
  /** The same, where the attribute is a list of choices. */
  has(attribute: string, choice: string): boolean;
}

/** One attribute of the dossier, asked in plain words. Its type, limits and owner are those of `policy/attributes`. */
export interface Question {
  readonly attribute: string;
  readonly text: Bilingual;
  readonly hint?: Bilingual;
  /** Why it is asked, folded away under the question. */
  readonly why?: Bilingual;
  /** "None of these", an answer of its own: an empty list for several choices, null for one. */
  readonly none?: Bilingual;
  /** Not asked, and not open, when this is false. */
  readonly when?: (sight: Sight) => boolean;
  /** May stay empty without counting as open. */
  readonly optional?: boolean;
  readonly long?: boolean;
  readonly suffix?: Bilingual;
}

/** A list of rows, each with its own questions. `list` is the path of the list (`processors[].subprocessors` inside another). */
export interface ListQuestion {
  readonly list: string;
  readonly text: Bilingual;
  readonly hint?: Bilingual;
  readonly why?: Bilingual;
  /** What one row is called: "Doel". */
  readonly row: Bilingual;
  readonly add: Bilingual;
  /** What an empty list says: "Er is geen leverancier". */
  readonly none: Bilingual;
  readonly when?: (sight: Sight) => boolean;
  readonly questions: readonly AnyQuestion[];
}

export type AnyQuestion = Question | ListQuestion;
export const isList = (question: AnyQuestion): question is ListQuestion => 'list' in question;

export interface Section {
  readonly code: string;
  readonly title: Bilingual;
  readonly intro?: Bilingual;
  readonly questions: readonly AnyQuestion[];
}

/** The name (and id) of a field: the attribute and the row it belongs to. */
export const fieldName = (attribute: string, item = ''): string => `${attribute}|${item}`;

export const sightOf = (values: Values, item: string): Sight => {
  const value = (attribute: string) => values.get(attribute, attribute.includes('[]') ? item : '');
  return {
    value,
    has: (attribute, choice) => {
      const found = value(attribute);
      return Array.isArray(found) && found.includes(choice);
    },
  };
};

/** The questions of a section that are asked now, a list's rows written out: each with the row it is asked for. */
export interface Asked {
  readonly question: AnyQuestion;
  readonly item: string;
}
export const askedIn = (questions: readonly AnyQuestion[], values: Values, item = ''): Asked[] =>
  placesIn(questions, values, item, (question, row) => !question.when || question.when(sightOf(values, row)));

/** Every place in which a section's questions could stand, asked now or not. */
export const placesIn = (
  questions: readonly AnyQuestion[],
  values: Values,
  item = '',
  counts: (question: AnyQuestion, item: string) => boolean = () => true,
): Asked[] =>
  questions.flatMap((question) => {
    if (!counts(question, item)) return [];
    if (!isList(question)) return [{ question, item }];
    const rows = values.items(question.list, item).flatMap((row) => placesIn(question.questions, values, row, counts));
    return [{ question, item }, ...rows];
  });
