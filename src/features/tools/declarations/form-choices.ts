import type { Actor, Language } from '../../../kernel/actor.js';
import type { Choice, FieldError } from '../../../platform/ui/index.js';
import { plainName } from '../questionnaire/plain-names.catalogue.js';
import { valueLabel } from '../questionnaire/shown-value.js';
import type { Version } from '../version.js';
import { declaredSections } from './declared-words.js';
import { codesIn } from './declarable.js';
import { type DeclaredPage, declares } from './domain/declared-pages.js';

const byText = (items: readonly Choice[]): readonly Choice[] => [...items].sort((a, b) => a.text.localeCompare(b.text));

export const offeredCategories = ({ answers }: Version, language: Language): readonly Choice[] =>
  byText(codesIn(answers, 'tool.dataCategories[].code').map((code) => ({ value: code, text: plainName(code, language) })));
export const offeredPurposes = ({ answers }: Version, language: Language): readonly Choice[] =>
  byText(codesIn(answers, 'purposes[].code').map((code) => ({ value: code, text: valueLabel('purposes[].code', code, language) })));
export const offeredMetrics = ({ declarations }: Version, language: Language): readonly Choice[] =>
  declarations.metrics.map(({ code, titleNl, titleEn }) => ({ value: code, text: language === 'nl' ? titleNl : titleEn }));
export const offeredUnits = (units: readonly { readonly id: string; readonly name: string }[]): readonly Choice[] =>
  units.map(({ id, name }) => ({ value: id, text: name }));

const SECTION_OF: Readonly<Record<DeclaredPage, string>> = {
  grade: 'stops',
  metrics: 'metrics',
  dashboards: 'dashboards',
  'individual-view': 'individual',
};

const leaseMinutes = ({ answers }: Version): number | null => {
  const value = answers.find(({ attribute }) => attribute === 'tool.leaseMinutes')?.value;
  return typeof value === 'number' ? value : null;
};

/** Everything that a version declares, in words, with the lease lifetime as it was answered. */
const sectionsOf = (version: Version, language: Language) =>
  declaredSections(version.declarations, { enforcement: version.enforcement, leaseMinutes: leaseMinutes(version) }, language);
export const sectionOn = (page: DeclaredPage, version: Version, language: Language) =>
  sectionsOf(version, language).filter(({ code }) => code === SECTION_OF[page]);

/** What stands around the form: whoever may not fill it in, or comes when the version is fixed, reads it. */
export const frameOf = (actor: Actor, version: Version, page: DeclaredPage, errors?: readonly FieldError[]) => ({
  place: { toolId: version.toolId, toolName: version.toolName, number: version.number },
  readOnly: declares(page, actor.role) && !version.fixedAt ? null : sectionOn(page, version, actor.language),
  ...(errors ? { errors } : {}),
});
