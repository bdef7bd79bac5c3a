import type { Language } from '../../kernel/actor.js';
import { askedIn, isList, REGISTRATION_SECTIONS, shownValue, type Values } from '../tools/index.js';
import type { DossierSection } from './web/full-dossier.js';

/** Every question of the dossier that was answered, in the words of its pages. */
export const dossierSections = (values: Values, language: Language): readonly DossierSection[] =>
  REGISTRATION_SECTIONS.map(({ code, title, questions }) => ({
    code,
    title: title[language],
    rows: askedIn(questions, values).flatMap(({ question, item }) => {
      if (isList(question)) return [];
      const value = values.get(question.attribute, item);
      return value === undefined ? [] : [{ key: question.text[language], value: shownValue(question, value, language) }];
    }),
  })).filter(({ rows }) => rows.length > 0);
