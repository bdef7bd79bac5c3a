import type { Language } from '../../kernel/actor.js';
import type { Tx } from '../../platform/database/index.js';
import { namesOf } from '../people/index.js';
import { answeredValues, openQuestions, type Section, shownValues, starterOf, type Values, type Version } from '../tools/index.js';
import { type ShownComments, shownComments } from './comments/shown-comments.js';
import type { LoweredRisk, Risk } from './domain/residual-risk.js';
import type { SectionCode } from './domain/sections.js';
import { finishedSections, loweredRisk, risksOf, sectionNotes, type SectionNote } from './dpia.repository.js';
import { ASSESSMENT_SECTIONS } from './questions.catalogue.js';
import { assessedDossier, type Finding, findingsOf } from './read-assessment.js';

export interface SectionModel {
  readonly version: Version;
  readonly code: SectionCode;
  readonly section: Section;
  readonly values: Values;
  readonly note: SectionNote | null;
  readonly finished: boolean;
  readonly findings: readonly Finding[];
  readonly risks: readonly Risk[];
  /** The rows come from the example; they count once the page is saved. */
  readonly risksProposed: boolean;
  readonly lowered: LoweredRisk | null;
  readonly hasDpiaFile: boolean;
  readonly names: ReadonlyMap<string, string>;
  readonly comments: ShownComments;
}
export const hasDpia = (version: Version): boolean => version.files.some(({ kind }) => kind === 'dpia');

const proposedRisks = (version: Version, language: Language): readonly Risk[] =>
  (starterOf(version.tool.starter)?.dpia?.risks ?? []).map((risk) => ({
    ...risk,
    who: risk.who[language],
    what: risk.what[language],
    measure: risk.measure[language],
    measureOwner: risk.measureOwner[language],
  }));

/** The rows of this version, or else of the one it follows, or else of the example. */
const shownRisks = async (tx: Tx, version: Version, language: Language): Promise<{ risks: readonly Risk[]; proposed: boolean }> => {
  const own = await risksOf(tx, version.id);
  if (own.length > 0) return { risks: own, proposed: false };
  const earlier = version.followsId ? await risksOf(tx, version.followsId) : [];
  return { risks: earlier.length > 0 ? earlier : proposedRisks(version, language), proposed: true };
};

export const signersOf = (version: Version): readonly string[] =>
  version.answers.flatMap(({ attribute, value }) => (attribute.endsWith('.signedBy') && typeof value === 'string' ? [value] : []));

export const sectionModel = async (tx: Tx, version: Version, code: SectionCode, now: Date, language: Language): Promise<SectionModel> => {
  const notes = await sectionNotes(tx, version.id);
  const { risks, proposed } = await shownRisks(tx, version, language);
  const findings = findingsOf(version, await assessedDossier(tx, version, now)).filter(({ section }) => section === code);
  return {
    version,
    code,
    section: ASSESSMENT_SECTIONS[code],
    values: shownValues(version, language),
    note: notes.find(({ section }) => section === code) ?? null,
    finished: (await finishedSections(tx, version.id)).includes(code),
    findings,
    risks,
    risksProposed: proposed,
    lowered: await loweredRisk(tx, version.id),
    hasDpiaFile: hasDpia(version),
    names: await namesOf(tx, [...signersOf(version)]),
    comments: await shownComments(tx, version, language),
  };
};

/** The questions of a section that the privacy officer has to answer and has not. */
export const openIn = (code: SectionCode, version: Version): readonly string[] =>
  openQuestions([ASSESSMENT_SECTIONS[code]], answeredValues(version))
    .filter(({ owners }) => owners.includes('privacy_officer'))
    .map(({ attribute, item }) => `${attribute}|${item}`);
