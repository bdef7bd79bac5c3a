import type { Language } from '../../../kernel/actor.js';
import { type GivenAnswer, type Values, valuesOf } from '../questionnaire/values.js';
import { starterOf } from '../starters/index.js';
import type { ProposedAnswer, Starter } from '../starters/starter.js';
import type { VersionRow } from '../version.js';
import { facts } from './facts.js';

/** What a starter's rows leave out because it is "none". */
const NONE_IN: Readonly<Record<string, string>> = {
  'tool.dataCategories[].code': 'tool.dataCategories[].specialCategory',
  'purposes[].code': 'purposes[].secondaryOf',
};

/** A starter's proposals, with "none" for what its rows do not name. */
export const proposalsOf = (starter: Starter | undefined): readonly ProposedAnswer[] => {
  const named = starter?.answers ?? [];
  const none = named.flatMap(({ attribute, item }): ProposedAnswer[] => {
    const other = NONE_IN[attribute];
    if (!other || named.some((one) => one.attribute === other && one.item === item)) return [];
    return [{ attribute: other, item, value: null }];
  });
  return [...named, ...none];
};

/** The answers that questions look at: those given, and whether anyone in scope works at home. */
const seen = (version: VersionRow): readonly GivenAnswer[] => [
  ...version.answers.filter(({ attribute }) => attribute !== 'home.enabled'),
  { attribute: 'home.enabled', item: '', value: facts(version).home?.enabled ?? false },
];

/** Only what was answered. */
export const answeredValues = (version: VersionRow): Values => valuesOf(seen(version));
/** What a page shows: the answers, and the starter's proposals where there is none. */
export const shownValues = (version: VersionRow, language: Language): Values =>
  valuesOf(seen(version), proposalsOf(starterOf(version.tool.starter)), language);
