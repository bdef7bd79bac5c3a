import type { Actor, Language } from '../../kernel/actor.js';
import { text } from '../../platform/i18n/index.js';
import type { FieldError } from '../../platform/ui/index.js';
import { type AnyQuestion, isList, type Version } from '../tools/index.js';
import type { OverviewModel, SectionModel } from './assessment.service.js';
import { assessmentsCatalogue } from './assessments.catalogue.js';
import { balancingTests, canBeSigned } from './domain/balancing.js';
import { highestRest } from './domain/residual-risk.js';
import type { RiskPageFault } from './domain/risk-page-form.js';
import type { SectionForm, SectionFormFault } from './domain/section-form.js';
import { SECTIONS, type SectionCode } from './domain/sections.js';
import { ASSESSMENT_SECTIONS } from './questions.catalogue.js';
import type { OverviewProps } from './web/overview-page.js';
import type { RisksPageProps } from './web/risks-page.js';
import type { SectionPageProps } from './web/section-page.js';

export const ofVersion = ({ toolId, toolName, number }: Version) => ({ toolId, toolName, number });

/** A section was begun when its note was saved or one of its own questions was answered. */
const isBegun = (code: SectionCode, { version, begun }: Omit<OverviewModel, 'asked'>): boolean => {
  const own = new Set(pathsOf(ASSESSMENT_SECTIONS[code].questions));
  return (
    begun.includes(code) || version.answers.some(({ attribute, answeredRole }) => own.has(attribute) && answeredRole === 'privacy_officer')
  );
};
const pathsOf = (questions: readonly AnyQuestion[]): string[] =>
  questions.flatMap((question) => (isList(question) ? [question.list, ...pathsOf(question.questions)] : [question.attribute]));

/** Findings are shown from the moment that somebody began the section: nobody is told off for what is not there yet. */
const sectionsOf = (model: OverviewModel): OverviewProps['sections'] => {
  const entries = SECTIONS.map((code) => {
    const done = model.finished.includes(code);
    const begun = done || isBegun(code, model);
    const findings = begun ? model.findings.filter(({ section }) => section === code).length : 0;
    return [code, { state: done ? 'done' : begun ? 'busy' : 'todo', findings }] as const;
  });
  return Object.fromEntries(entries) as OverviewProps['sections'];
};

export const overviewProps = (model: OverviewModel, actor: Actor): OverviewProps => {
  const { version, finished } = model;
  return {
    of: ofVersion(version),
    role: actor.role,
    sections: sectionsOf(model),
    finished: finished.length,
    isFixed: version.fixedAt !== null,
    asked: model.asked,
    amends: version.amends,
    proposed: version.tool.starter !== null && finished.length === 0,
    unsigned: balancingTests(version.answers).some((test) => test.signedBy === null && canBeSigned(test)),
    dpiaFile: version.files.filter(({ kind }) => kind === 'dpia').at(-1)?.name ?? null,
  };
};

const isTouched = ({ code, version, note, finished }: SectionModel): boolean =>
  finished || note !== null || isBegun(code, { version, begun: [], finished: [], findings: [] });

export const sectionProps = (model: SectionModel, actor: Actor, typed?: SectionForm): SectionPageProps => ({
  of: ofVersion(model.version),
  code: model.code,
  section: model.section,
  values: model.values,
  role: actor.role,
  foot: typed ?? { note: model.note?.note ?? '', pages: model.note?.pages ?? '', finished: isTouched(model) ? model.finished : null },
  hasDpiaFile: model.hasDpiaFile,
  findings: isTouched(model) ? model.findings : [],
  names: model.names,
  comments: model.comments,
});

export const risksProps = (model: SectionModel, actor: Actor): RisksPageProps => ({
  of: ofVersion(model.version),
  rows: model.risks,
  proposed: model.risksProposed,
  highest: model.risksProposed ? null : highestRest(model.risks),
  lowered: { residualRisk: model.lowered?.residualRisk ?? '', reason: model.lowered?.reason ?? '' },
  finished: isTouched(model) ? model.finished : null,
  findings: isTouched(model) ? model.findings : [],
  writes: actor.role === 'privacy_officer' && model.version.fixedAt === null,
});

const FAULTS = {
  'field.too-long': 'fault.too-long',
  'field.characters': 'fault.characters',
  'field.choice': 'fault.choice',
  'pages.no-file': 'fault.no-file',
  'field.empty': 'fault.empty',
  'field.rows': 'fault.rows',
  'lowered.unfit': 'risks.loweredFault',
  'risks.need-row': 'risks.needRow',
} as const;

export const faultErrors = (faults: readonly SectionFormFault[], language: Language): FieldError[] =>
  faults.map(({ field, code }) => ({ field, text: text(assessmentsCatalogue, language)(FAULTS[code]) }));
export const riskFaultErrors = (faults: readonly RiskPageFault[], language: Language): FieldError[] => {
  const t = text(assessmentsCatalogue, language);
  return faults.map(({ field, code }) =>
    code === 'field.unknown' ? { field: '', text: t('fault.unknown', { field }) } : { field, text: t(FAULTS[code]) },
  );
};

const findQuestion = (questions: readonly AnyQuestion[], path: string): AnyQuestion | undefined => {
  for (const question of questions) {
    if ((isList(question) ? question.list : question.attribute) === path) return question;
    const inside = isList(question) ? findQuestion(question.questions, path) : undefined;
    if (inside) return inside;
  }
  return undefined;
};
/** The unanswered questions that keep a section from being finished, each with a link to its field. */
export const openErrors = (model: SectionModel, open: readonly string[], language: Language): FieldError[] => {
  const t = text(assessmentsCatalogue, language);
  if (open.length === 0) return [];
  const named = open.map((field) => {
    const question = findQuestion(model.section.questions, field.split('|')[0] ?? '');
    return { field, text: t('section.openOne', { question: question?.text[language] ?? field }) };
  });
  return [{ field: '', text: t('section.openTitle') }, ...named];
};
