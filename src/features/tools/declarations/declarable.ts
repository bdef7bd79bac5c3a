import type { Tx } from '../../../platform/database/index.js';
import { smallestGroup } from '../../people/index.js';
import type { StoredAnswer, Version } from '../version.js';
import type { Declarable } from './domain/check-declarations.js';

/** What rows of a list were given as their code, each once. */
export const codesIn = (answers: readonly StoredAnswer[], attribute: string): readonly string[] => [
  ...new Set(answers.flatMap(({ attribute: of, value }) => (of === attribute && typeof value === 'string' ? [value] : []))),
];

/** What a version gives its declarations to name: its own data categories, purposes and departments. */
export const declarable = async (tx: Tx, { answers, scope }: Pick<Version, 'answers' | 'scope'>): Promise<Declarable> => ({
  categories: codesIn(answers, 'tool.dataCategories[].code'),
  purposes: codesIn(answers, 'purposes[].code'),
  units: scope.units,
  smallestGroup: await smallestGroup(tx),
});
