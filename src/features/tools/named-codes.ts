import type { Tx } from '../../platform/database/index.js';
import { namedIn } from './answers.repository.js';
import { KNOWN_CODES } from './questionnaire/index.js';

/** Codes of data and of functions that a limit can name: those of the starters, and those that a version here has. */
export interface NamedCodes {
  readonly data: readonly string[];
  readonly functions: readonly string[];
}
const CODE = /^[a-z][a-z0-9_]{0,39}$/;
const joined = (known: readonly string[], named: readonly string[]): readonly string[] => [
  ...new Set([...known, ...named.filter((code) => CODE.test(code))]),
];

export const namedCodes = async (tx: Tx): Promise<NamedCodes> => ({
  data: joined(KNOWN_CODES.data, await namedIn(tx, 'tool.dataCategories[].code')),
  functions: joined(KNOWN_CODES.functions, await namedIn(tx, 'tool.recipients[].role')),
});
