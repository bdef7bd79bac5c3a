import type { Reason } from '../../../kernel/problem.js';
import { openFor, openQuestions } from '../questionnaire/open-questions.js';
import { answeredValues } from './version-values.js';
import { REGISTRATION_SECTIONS } from '../questions/sections.js';
import type { VersionRow } from '../version.js';

/** What HR has still to answer before the tool can be registered. IT's and the owner's part may follow. */
export const registrationReasons = (version: VersionRow): readonly Reason[] => {
  const open = openFor(openQuestions(REGISTRATION_SECTIONS, answeredValues(version)), 'hr_registrar');
  const unanswered = open.map(({ attribute, item }) => ({ code: 'answer.missing', field: `${attribute}|${item}`, turn: 'hr_registrar' }));
  const scope = version.scope.units.length + version.scope.persons.length;
  return [
    ...(version.capabilityRows.length === 0 ? [{ code: 'capabilities.missing', field: 'capabilities' }] : []),
    ...(scope === 0 ? [{ code: 'scope.empty', field: 'tool.scope.units|' }] : []),
    ...unanswered,
  ];
};
