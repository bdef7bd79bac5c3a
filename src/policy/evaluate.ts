import { RULE_TEXTS } from './catalogue/rules.catalogue.js';
import { readFacts, type Facts } from './facts.js';
import { packOf, type Pack } from './packs/packs.js';
import { at } from './reading.js';
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

const NATURE_OF: ReadonlyMap<RuleId, (typeof RULE_TEXTS)[number]> = new Map(RULE_TEXTS.map((text) => [text.id, text]));

const outcomeOf = (rule: Rule, facts: Facts): Outcome => {
  if (rule.when && rule.when(facts) === false) return 'N/A';
  return rule.must(facts) === true ? 'PASS' : 'FAIL';
};

const judge = (rule: Rule, facts: Facts): RuleResult => {
  const text = NATURE_OF.get(rule.id);
  return {
    id: rule.id,
    outcome: outcomeOf(rule, facts),
    severity: rule.severity?.(facts) ?? text?.severity ?? 'blocks',
    absolute: text?.absolute ?? false,
  };
};

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
  const rules = chosen.rules.map((rule) => judge(rule, facts));
  return { verdict: verdictOf(rules), rules };
};
