import type { Language } from '../../kernel/actor.js';
import { CAPABILITY_TEXTS } from './capability.catalogue.js';
import { DECLARED_PAGES, type DeclaredPage } from './declarations/domain/declared-pages.js';
import { sectionOn } from './declarations/form-choices.js';
import { isCapability } from './domain/capabilities.js';
import { chosenStates } from './domain/capability-form.js';
import { PRODUCT, SHEET } from './domain/pages.js';
import { answeredValues } from './domain/version-values.js';
import { text } from '../../platform/i18n/index.js';
import { ownersText } from './questionnaire/fault-texts.js';
import { type AnyQuestion, askedIn, isList } from './questionnaire/question.js';
import { shownValue } from './questionnaire/shown-value.js';
import type { Values } from './questionnaire/values.js';
import { REGISTRATION_SECTIONS } from './questions/sections.js';
import { toolsCatalogue } from './tools.catalogue.js';
import type { Version } from './version.js';
import type { CheckRow, CheckSection } from './web/check-page.js';

/** Which row of its list a question is asked for, in words: "Doel 2". */
const rowName = (questions: readonly AnyQuestion[], item: string, values: Values, language: Language): string => {
  for (const question of questions) {
    if (!isList(question)) continue;
    const rows = values.items(question.list, '');
    const at = rows.indexOf(item.split('.')[0] ?? '');
    if (at >= 0) return `${question.row[language]} ${at + 1}: `;
  }
  return '';
};

const answerRow = (question: AnyQuestion, item: string, prefix: string, values: Values, language: Language): CheckRow[] => {
  if (isList(question)) {
    const rows = values.items(question.list, item);
    if (rows.length > 0) return [];
    const isAnswered = values.isAnswered(question.list, item);
    return [
      {
        question: `${prefix}${question.text[language]}`,
        answer: isAnswered ? question.none[language] : null,
        owner: ownersText(question.list, language),
      },
    ];
  }
  const value = values.isAnswered(question.attribute, item) ? values.get(question.attribute, item) : undefined;
  if (value === undefined && question.optional) return [];
  return [
    {
      question: `${prefix}${question.text[language]}`,
      answer: value === undefined ? null : shownValue(question, value, language),
      owner: ownersText(question.attribute, language),
    },
  ];
};

const questionSections = (version: Version, language: Language, people: number): CheckSection[] => {
  const values = answeredValues(version);
  const t = text(toolsCatalogue, language);
  return REGISTRATION_SECTIONS.map((section) => {
    const listsOf = (item: string, question: AnyQuestion): readonly AnyQuestion[] =>
      section.questions.filter(
        (one) => isList(one) && (isList(question) ? question.list : question.attribute).startsWith(`${one.list}[]`) && item !== '',
      );
    const rows = askedIn(section.questions, values).flatMap(({ question, item }) =>
      answerRow(question, item, rowName(listsOf(item, question), item, values, language), values, language),
    );
    const scope = {
      question: t('scopeTitle'),
      answer: people === 0 ? null : t('scopeCount', { n: people }),
      owner: ownersText('tool.scope.units', language),
    };
    return { page: section.code, rows: section.code === 'who' ? [scope, ...rows] : rows };
  });
};

const declaredRows = (page: DeclaredPage, version: Version, language: Language): CheckRow[] =>
  sectionOn(page, version, language).flatMap(({ title, rows }) =>
    rows.map(({ key, lines }) => ({ question: key ?? title, answer: lines.join(' '), owner: '' })),
  );

/** Everything that was filled in, in the reader's words, page by page; an open question names who answers it. */
export const checkView = (version: Version, language: Language, people: number): readonly CheckSection[] => {
  const t = text(toolsCatalogue, language);
  const owner = ownersText('settings', language);
  const said = [...chosenStates(version.capabilityRows, [])].filter(([, state]) => state !== 'no');
  const product: CheckRow[] = said.map(([code, state]) => ({
    question: isCapability(code) ? CAPABILITY_TEXTS[code][language] : code,
    answer: t(`capability.${state}`),
    owner,
  }));
  const sheet: CheckRow[] = version.sheet.map((setting) => ({
    question: setting.name,
    answer: `${setting.value}. ${language === 'nl' ? setting.meaningNl : setting.meaningEn}`,
    owner,
  }));
  const open = (question: string): CheckRow => ({ question, answer: null, owner });
  return [
    { page: PRODUCT, rows: version.capabilityRows.length > 0 ? product : [open(t('page.product'))] },
    ...questionSections(version, language, people),
    { page: SHEET, rows: sheet.length > 0 ? sheet : [open(t('page.sheet'))] },
    ...DECLARED_PAGES.map((page) => ({ page, rows: declaredRows(page, version, language) })),
  ];
};
