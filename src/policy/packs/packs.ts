import type { Language } from '../../kernel/actor.js';
import { ERROR } from '../reading.js';
import type { Rule } from '../rules/rule.js';
import { NL_PACK } from './nl.js';

/** What a jurisdiction asks: its rules, in catalogue order, and the languages of its texts. */
export interface Pack {
  readonly jurisdiction: string;
  readonly rules: readonly Rule[];
  readonly languages: readonly Language[];
}

/** The pack of a jurisdiction. An unanswered one is judged by the Dutch pack; an unknown one has none. */
export const packOf = (jurisdiction: unknown): Pack | null => {
  if (jurisdiction === null || jurisdiction === undefined || jurisdiction === ERROR) return NL_PACK;
  return jurisdiction === NL_PACK.jurisdiction ? NL_PACK : null;
};
