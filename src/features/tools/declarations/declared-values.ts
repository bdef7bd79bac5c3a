import type { Language } from '../../../kernel/actor.js';
import type { Json } from '../../../kernel/canonical.js';
import { formatDay, formatNumber } from '../../../platform/i18n/index.js';
import { type Declarations, GRADES, INDIVIDUAL_GROUNDS } from '../../../policy/index.js';
import { valueLabel } from '../questionnaire/shown-value.js';
import { allowedLookText, gradeName } from './declared-words.js';
import { choiceText } from './choices.catalogue.js';

/** Parts that are chosen from a list; the others were typed. */
const CHOSEN = /\.(kind|level|shown|period|viewers|grounds)$/;

type Names = ReadonlyMap<string, string>;
const said = (language: Language, nl: string, en: string): string => (language === 'nl' ? nl : en);
const texts = (value: Json): readonly string[] =>
  (Array.isArray(value) ? (value as readonly Json[]) : [value]).filter((one): one is string => typeof one === 'string');

const isObject = (value: Json): value is { readonly [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Something that there is once, and that came or went as a whole. */
const wholeText = (path: string, value: Json, language: Language): string | null => {
  if (!isObject(value)) return null;
  if (path === 'declared.grade') return texts(value['stopsHow'] ?? null).join('');
  if (path !== 'declared.individualView') return null;
  const grounds = INDIVIDUAL_GROUNDS.find((one) => one === value['grounds']) ?? 'security';
  return allowedLookText({ grounds, purpose: texts(value['purpose'] ?? null).join(''), maxHours: Number(value['maxHours']) }, language);
};

/** The words for a value of what is declared; undefined where it is not about a declaration. */
export const declaredValue = (path: string, value: Json, unitNames: Names, language: Language): string | undefined => {
  if (path === 'enforcement') return gradeName(GRADES.find((one) => one === value) ?? 'attested', language);
  const whole = wholeText(path, value, language);
  if (whole !== null) return whole;
  if (!path.startsWith('declared.') || (typeof value === 'object' && !Array.isArray(value))) return undefined;
  if (typeof value === 'number') return formatNumber(value, language);
  if (path.endsWith('[].units'))
    return texts(value)
      .flatMap((unit) => unitNames.get(unit) ?? [])
      .join(', ');
  if (path.endsWith('.testedOn'))
    return texts(value)
      .map((day) => formatDay(day, language))
      .join('');
  if (path.endsWith('[].category'))
    return texts(value)
      .map((code) => valueLabel('tool.dataCategories[].code', code, language))
      .join('');
  if (path.endsWith('.purpose'))
    return texts(value)
      .map((code) => valueLabel('purposes[].code', code, language))
      .join('');
  if (!CHOSEN.test(path)) return texts(value).join(', ');
  return texts(value)
    .map((one) => choiceText(one, language))
    .join(', ');
};

/** The titles of metrics, dashboards and groups by their codes, of whichever of two versions has them. */
export const declaredTitles = (versions: readonly { readonly declarations: Declarations }[], language: Language): Names =>
  new Map(
    versions
      .flatMap(({ declarations: { metrics, dashboards } }) => [...metrics, ...dashboards, ...dashboards.flatMap(({ groups }) => groups)])
      .map(({ code, titleNl, titleEn }) => [code, said(language, titleNl, titleEn)]),
  );

/** A row of what is declared by its titles: "dashboard / group". */
export const declaredItem = (item: string, titles: Names): string =>
  item
    .split(' / ')
    .map((code) => titles.get(code) ?? code)
    .join(' / ');
