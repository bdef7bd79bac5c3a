import type { Language } from '../../../kernel/actor.js';
import { text } from '../../../platform/i18n/index.js';
import { attributeOf, type Dossier } from '../../../policy/index.js';
import { valueLabel } from '../questionnaire/shown-value.js';
import { limitsCatalogue } from './limits.catalogue.js';

export interface LimitChoice {
  readonly value: string;
  readonly text: string;
}
/** What can be chosen for a limit on one version: codes, with the names that people know. */
export interface LimitChoices {
  readonly purposes: readonly LimitChoice[];
  readonly modes: readonly LimitChoice[];
  readonly categories: readonly LimitChoice[];
  readonly roles: readonly LimitChoice[];
}

const said = (codes: readonly (string | null | undefined)[]): readonly string[] => [
  ...new Set(codes.filter((code): code is string => typeof code === 'string' && code.trim() !== '')),
];
const started = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** The purposes, data and functions of this version; of the ways of capturing those too that it does not use, for a later version. */
export const limitChoices = ({ purposes, capture, tool }: Dossier, language: Language): LimitChoices => {
  const t = text(limitsCatalogue, language);
  const named = (attribute: string, codes: readonly string[]): readonly LimitChoice[] =>
    codes.map((value) => ({ value, text: started(valueLabel(attribute, value, language)) }));
  const used = said(capture?.modes ?? []);
  const unused = (attributeOf('capture.modes')?.values ?? []).filter((mode) => !used.includes(mode));
  return {
    purposes: named('purposes[].code', said((purposes ?? []).map(({ code }) => code))),
    modes: [
      ...named('capture.modes', used).map((mode) => ({ ...mode, text: t('field.here', { name: mode.text }) })),
      ...named('capture.modes', unused),
    ],
    categories: named('tool.dataCategories[].code', said((tool?.dataCategories ?? []).map(({ code }) => code))),
    roles: named('tool.recipients[].role', said((tool?.recipients ?? []).map(({ role }) => role))),
  };
};
