import type { Actor, Role } from '../../../kernel/actor.js';
import { writersOf } from '../../../policy/index.js';
import { askedIn, isList, type Section } from './question.js';
import { mayWrite } from './read-answers.js';
import type { Values } from './values.js';

/** A question without an answer, and who can give one. */
export interface OpenQuestion {
  readonly section: string;
  readonly attribute: string;
  readonly item: string;
  readonly owners: readonly Role[];
}

/** The questions that are asked and not answered. A proposal is no answer. */
export const openQuestions = (sections: readonly Section[], values: Values): OpenQuestion[] =>
  sections.flatMap((section) =>
    askedIn(section.questions, values).flatMap(({ question, item }) => {
      const attribute = isList(question) ? question.list : question.attribute;
      if (values.isAnswered(attribute, item) || (!isList(question) && question.optional)) return [];
      return [{ section: section.code, attribute, item, owners: writersOf(attribute) }];
    }),
  );

export const openFor = (open: readonly OpenQuestion[], role: Actor['role']): readonly OpenQuestion[] =>
  open.filter(({ attribute }) => mayWrite(role, attribute));
