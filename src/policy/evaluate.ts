import { readFacts, type Facts } from './facts.js';
import { packOf, type Pack } from './packs/packs.js';
import { at } from './reading.js';
import { ruleOf } from './rule-texts.js';
import type { Rule, RuleId, Severity } from './rules/rule.js';

export type Outcome = 'PASS' | 'FAIL' | 'N/A';
export type VerdictName = 'OPEN' | 'OPEN_WITH_WARNINGS' | 'BLOCKED' | 'PROHIBITED';
export interface RuleResult {
  readonly id: RuleId;
  readonly outcome: Outcome;
  readonly severity: Severity;
  readonly absolute: boolean;
}
export interface Evaluation {
  readonly verdict: VerdictName;
  readonly rules: readonly RuleResult[];
  /** Why nothing could be judged: the jurisdiction has no pack. */
  readonly reason?: 'jurisdiction.without_pack';
}

const outcomeOf = (rule: Rule, facts: Facts): Outcome => {
  if (rule.when !== undefined && rule.when(facts) === false) return 'N/A';
  return rule.must(facts) === true ? 'PASS' : 'FAIL';
};

type Results = Readonly<Record<Severity, Readonly<Record<Outcome, RuleResult>>>>;
interface Judge {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly results: Results;
}
const judgeOf = (rule: Rule): Judge => {
  const { severity, absolute } = ruleOf(rule.id);
  const one = (outcome: Outcome, at: Severity): RuleResult => Object.freeze({ id: rule.id, outcome, severity: at, absolute });
  const all = (at: Severity) => ({ PASS: one('PASS', at), FAIL: one('FAIL', at), 'N/A': one('N/A', at) });
  return { rule, severity, results: { blocks: all('blocks'), warns: all('warns') } };
};
const judges = new WeakMap<Pack, readonly Judge[]>();
/** Each rule has six possible results; they are made once, so that judging a dossier makes none. */
const judgesOf = (pack: Pack): readonly Judge[] => {
  const existing = judges.get(pack);
  if (existing) return existing;
  const made = pack.rules.map(judgeOf);
  judges.set(pack, made);
  return made;
};
const judge = ({ rule, severity, results }: Judge, facts: Facts): RuleResult =>
  results[rule.severity?.(facts) ?? severity][outcomeOf(rule, facts)];

export const verdictOf = (rules: readonly RuleResult[]): VerdictName => {
  let verdict: VerdictName = 'OPEN';
  for (const rule of rules) {
    if (rule.outcome !== 'FAIL') continue;
    if (rule.absolute) return 'PROHIBITED';
    if (rule.severity === 'blocks') verdict = 'BLOCKED';
    if (verdict === 'OPEN') verdict = 'OPEN_WITH_WARNINGS';
  }
  return verdict;
};

/** Judges a dossier on its own `today`. Takes any JSON value and never throws: what cannot be read closes the gate. */
export const evaluate = (dossier: unknown, pack?: Pack): Evaluation => {
  const facts = readFacts(dossier);
  const chosen = pack ?? packOf(at(facts.organisation, 'jurisdiction'));
  if (!chosen) return { verdict: 'BLOCKED', rules: [], reason: 'jurisdiction.without_pack' };
  const rules: RuleResult[] = [];
  for (const one of judgesOf(chosen)) rules.push(judge(one, facts));
  return { verdict: verdictOf(rules), rules };
};
