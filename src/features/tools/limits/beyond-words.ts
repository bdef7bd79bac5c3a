import type { Language } from '../../../kernel/actor.js';
import { text } from '../../../platform/i18n/index.js';
import type { Beyond } from '../../../policy/index.js';
import { changeTitle } from '../change-titles.catalogue.js';
import { shownValue, valueLabel } from '../questionnaire/shown-value.js';
import { percentText } from './limit-words.js';
import { limitsCatalogue } from './limits.catalogue.js';

const foundText = ({ attribute, found }: Beyond, language: Language): string => {
  const t = text(limitsCatalogue, language);
  if (typeof found === 'number' && /[dD]ays$/.test(attribute)) return t('days', { n: found });
  if (typeof found === 'number' && /[rR]ate$/.test(attribute)) return t('percent', { n: percentText(found, language) });
  if (typeof found === 'boolean') return t(found ? 'yes' : 'no');
  return shownValue({ attribute }, found, language);
};

/** Which setting goes over a limit, as a sentence: the question, and what this version answers. */
export const beyondText = (beyond: Beyond, language: Language): string => {
  const t = text(limitsCatalogue, language);
  if (beyond.attribute === 'today') return t('beyond.past');
  if (beyond.attribute === 'enforcement') return t('beyond.grade');
  if (beyond.attribute === 'declared.individualView') return t('beyond.individual');
  const title = changeTitle(beyond.attribute, language);
  const asked = title.endsWith('?') ? title : `${title}:`;
  const item = beyond.item === null ? '' : `${t('beyond.item', { item: valueLabel('purposes[].code', beyond.item, language) })} `;
  const found = beyond.found === null ? t('beyond.open') : foundText(beyond, language);
  return t('beyond.found', { what: `${item}${asked}`, found });
};
