import type { Language } from '../../../kernel/actor.js';
import type { Json } from '../../../kernel/canonical.js';
import { formatDay, formatNumber, text } from '../../../platform/i18n/index.js';
import { attributeOf } from '../../../policy/index.js';
import { formCatalogue } from './form.catalogue.js';
import { plainName } from './plain-names.catalogue.js';
import type { Question } from './question.js';
import { LABELS_OF, VALUE_LABELS } from './values.catalogue.js';

/** Typed freely, though the starters fill in a code. */
const NAMED = ['tool.dataCategories[].code', 'tool.recipients[].role'];

/** The words for a value of a choice, and for a code of the starters. */
export const valueLabel = (attribute: string, value: string, language: Language): string =>
  (LABELS_OF[attribute]?.[value] ?? VALUE_LABELS[value])?.[language] ?? (NAMED.includes(attribute) ? plainName(value, language) : value);

const scalarText = (attribute: string, value: Json, language: Language): string => {
  const t = text(formCatalogue, language);
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (typeof value === 'number') return LABELS_OF[attribute]?.[String(value)]?.[language] ?? formatNumber(value, language);
  const type = attributeOf(attribute)?.type;
  if (typeof value !== 'string') return '';
  if (type === 'day' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDay(value, language);
  return type === 'text' && !NAMED.includes(attribute) ? value : valueLabel(attribute, value, language);
};

/** An answer in words, in the reader's language. */
export const shownValue = (question: Pick<Question, 'attribute' | 'none'>, value: Json, language: Language): string => {
  const none = question.none?.[language] ?? text(formCatalogue, language)('none');
  if (value === null || (Array.isArray(value) && value.length === 0)) return none;
  if (!Array.isArray(value)) return scalarText(question.attribute, value, language);
  return value.map((one: Json) => scalarText(question.attribute, one, language)).join(', ');
};
