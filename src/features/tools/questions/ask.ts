import type { ListQuestion, Question } from '../questionnaire/question.js';
import type { Bilingual } from '../starters/starter.js';

export const say = (nl: string, en: string): Bilingual => ({ nl, en });

type More = Omit<Question, 'attribute' | 'text'>;
/** A question: attribute, Dutch, English. */
export const ask = (attribute: string, nl: string, en: string, more: More = {}): Question => ({ attribute, text: say(nl, en), ...more });

export const askRows = (list: string, more: Omit<ListQuestion, 'list'>): ListQuestion => ({ list, ...more });
