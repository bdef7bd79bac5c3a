import type { Dossier } from './dossier.js';
import { readFacts, type Facts } from './facts.js';
import { either, equals, ERROR, negate, of, oneOf, some, truth, type Truth, type Unreadable } from './reading.js';

/** The items of a notice are N01 to N21: a set of them is a number with a bit for each, so that nothing is built to compare two. */
type Items = number;
const LAST_ITEM = 21;
const [NONE, TENS, N] = [0, 10, 78];
const UNKNOWN = -1;
const digitAt = (text: string, index: number): number => {
  const digit = text.charCodeAt(index) - 48;
  return digit >= 0 && digit <= 9 ? digit : Number.NaN;
};
const item = (name: unknown): Items => {
  if (typeof name !== 'string' || name.length !== 3 || name.charCodeAt(0) !== N) return NONE;
  const number = digitAt(name, 1) * TENS + digitAt(name, 2);
  return number >= 1 && number <= LAST_ITEM ? 1 << number : NONE;
};
const namesOf = (items: Items): readonly string[] =>
  Array.from({ length: LAST_ITEM }, (_, index) => `N${String(index + 1).padStart(2, '0')}`).filter((name) => (items & item(name)) !== NONE);
/** Below zero when a name is no plain value: a set holds none of those, here as in every rule. */
const setOf = (names: readonly unknown[]): Items => {
  let all = NONE;
  for (let index = 0; index < names.length; index += 1) {
    const name = names[index];
    all |= typeof name === 'object' && name !== null ? UNKNOWN : item(name);
  }
  return all;
};

const ALWAYS = setOf(['N01', 'N03', 'N04', 'N06', 'N09', 'N11', 'N12', 'N14', 'N16', 'N17', 'N18']);
const [N02, N05, N07, N10] = [item('N02'), item('N05'), item('N07'), item('N10')];
const [N13, N15, N21] = [item('N13'), item('N15'), item('N21')];

const BALANCED = ['legitimate_interest'] as const;
const OPEN_TO_OBJECTION = ['legitimate_interest', 'public_task'] as const;
const restsOn = (f: Facts, bases: readonly string[]): Truth => some(f.purposes, (p) => oneOf(p.legalBasis, bases));
const notObserved = (f: Facts): Truth => some(f.tool.dataCategories, (x) => negate(equals(x.source, 'observed')));

const when = (outcome: Truth, one: Items): Items => (outcome === ERROR ? UNKNOWN : outcome ? one : NONE);
/** The items that this dossier asks for; below zero when it does not tell. */
const dueOf = (f: Facts): Items =>
  ALWAYS |
  when(truth(f.organisation.dpoAppointed), N02) |
  when(restsOn(f, BALANCED), N05) |
  when(truth(f.transfers), N07) |
  when(restsOn(f, OPEN_TO_OBJECTION), N10) |
  when(either(f.tool.profiling, of(f.tool.automatedDecisions).solelyAutomated), N13) |
  when(notObserved(f), N15) |
  when(equals(of(f.tool.ai).classification, 'high_risk_iii_4b'), N21);
/** Those of them that the notice lacks; below zero when the dossier does not tell. */
const lackingOf = (f: Facts): Items => {
  const items = f.notice.contentItems;
  const due = dueOf(f);
  const told = Array.isArray(items) ? setOf(items) : UNKNOWN;
  return due < NONE || told < NONE ? UNKNOWN : due & ~told;
};

export const noticeIsComplete = (f: Facts): boolean => lackingOf(f) === NONE;
/** The items that the notice lacks, in their order; unreadable when the dossier does not tell. */
export const missingNoticeItems = (f: Facts): readonly string[] | Unreadable => {
  const lacking = lackingOf(f);
  return lacking < NONE ? ERROR : namesOf(lacking);
};
/** The items that this dossier's notice must hold; null when the dossier does not tell. */
export const noticeItemsDue = (dossier: Dossier): readonly string[] | null => {
  const due = dueOf(readFacts(dossier));
  return due < NONE ? null : namesOf(due);
};
