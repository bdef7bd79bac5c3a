export { editedRows } from './edit-rows.js';
export { openQuestions, type OpenQuestion } from './open-questions.js';
export { askedIn, fieldName, isList, type AnyQuestion, type ListQuestion, type Question, type Section, type Sight } from './question.js';
export { QuestionForm, type QuestionFormProps } from './question-form.js';
export { KNOWN_CODES, plainName } from './plain-names.catalogue.js';
export { mayWrite, readAnswers, type AnswerError, type ReadAnswers, type Reader } from './read-answers.js';
export { shownValue, valueLabel } from './shown-value.js';
export { type GivenAnswer, type Values } from './values.js';
export type { AnswerInput } from '../domain/check-answers.js';
