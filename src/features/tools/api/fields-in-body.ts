import type { DeclaredInput } from '../declarations/declarations.service.js';

interface Place {
  readonly attribute: string;
  readonly item: string;
}

/** An attribute and its row, where no field of the body holds them. */
export const ofAttribute = (field: string): string => {
  const [attribute = '', item = ''] = field.split('|');
  return item === '' ? attribute : attribute.replace('[]', `[${item}]`);
};

const PART_OF_ANSWER: Readonly<Record<string, string>> = {
  'attribute.unknown': 'attribute',
  'attribute.other-owner': 'attribute',
  'attribute.row-unknown': 'item',
};
/** Of answers: the last that names the attribute and row is the one that counts. */
const placeIn = (places: readonly Place[], field: string): number =>
  places.findLastIndex(({ attribute, item }) => `${attribute}|${item}`.slice(0, 200) === field.slice(0, 200));
export const ofAnswers =
  (answers: readonly Place[]) =>
  (field: string, code: string): string => {
    const at = placeIn(answers, field);
    return at < 0 ? ofAttribute(field) : `answers.${at}.${PART_OF_ANSWER[code] ?? 'value'}`;
  };
export const ofFacts =
  (facts: readonly Place[]) =>
  (field: string): string => {
    const at = placeIn(facts, field);
    return at < 0 ? ofAttribute(field) : `facts.${at}.attribute`;
  };

export const ofSheet = (field: string): string => field.replace(/^sheet/, 'settings').replaceAll('|', '.');

export const ofCapabilities =
  (capabilities: readonly { readonly code: string }[]) =>
  (field: string): string => {
    const at = capabilities.findIndex(({ code }) => `capabilities|${code}`.slice(0, 100) === field);
    return at < 0 ? field.replaceAll('|', '.') : `capabilities.${at}.code`;
  };

const PART_OF_SCOPE: Readonly<Record<string, string>> = { 'tool.scope.units': 'units', 'tool.scope.persons': 'staffNumbers' };
export const ofScope = (field: string): string => PART_OF_SCOPE[ofAttribute(field)] ?? ofAttribute(field);

/** Faults of a code, which a form makes of the English title. */
const OF_CODE: readonly string[] = ['declared.code', 'declared.twice'];
export const ofDeclared =
  ({ individualView }: DeclaredInput) =>
  (field: string, code: string): string => {
    if (individualView !== undefined) return field === 'allowed' ? 'individualView' : `individualView.${field}`;
    return (OF_CODE.includes(code) ? field.replace(/titleEn$/, 'code') : field).replaceAll('|', '.');
  };
