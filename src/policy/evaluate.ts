import { readFacts, type Facts } from './facts.js';
import { packOf, type Pack } from './packs/packs.js';
import type { Truth } from './reading.js';
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

/** A rule with its possible results, made once, so that judging a dossier makes none and looks none up by name. */
interface Judge {
  readonly when: ((facts: Facts) => Truth) | null;
  readonly must: (facts: Facts) => Truth;
  readonly severity: ((facts: Facts) => Severity | null) | null;
  readonly usual: OnSeverity;
  readonly other: OnSeverity;
}
interface OnSeverity {
  readonly severity: Severity;
  /** How far a failure closes the gate: the place of its verdict in `VERDICTS`. */
  readonly weight: number;
  readonly pass: RuleResult;
  readonly fail: RuleResult;
  readonly apart: RuleResult;
}
/** From open to closed for good. */
const VERDICTS = ['OPEN', 'OPEN_WITH_WARNINGS', 'BLOCKED', 'PROHIBITED'] as const;
const weightOf = (absolute: boolean, severity: Severity): number => (absolute ? 3 : severity === 'blocks' ? 2 : 1);
const judgeOf = (rule: Rule): Judge => {
  const { severity, absolute } = ruleOf(rule.id);
  const one = (outcome: Outcome, at: Severity): RuleResult => Object.freeze({ id: rule.id, outcome, severity: at, absolute });
  const all = (at: Severity): OnSeverity => ({
    severity: at,
    weight: weightOf(absolute, at),
    pass: one('PASS', at),
    fail: one('FAIL', at),
    apart: one('N/A', at),
  });
  return {
    when: rule.when ?? null,
    must: rule.must,
    severity: rule.severity ?? null,
    usual: all(severity),
    other: all(severity === 'blocks' ? 'warns' : 'blocks'),
  };
};
/** The judges of a pack, and the results when every rule passes: judging begins with a copy of those, and changes what is otherwise. */
interface Bench {
  readonly all: readonly Judge[];
  readonly passes: readonly RuleResult[];
}
const benches = new WeakMap<Pack, Bench>();
const benchOf = (pack: Pack): Bench => {
  const existing = benches.get(pack);
  if (existing) return existing;
  const all = pack.rules.map(judgeOf);
  const made = { all, passes: all.map(({ usual }) => usual.pass) };
  benches.set(pack, made);
  return made;
};
const resultsOf = ({ severity, usual, other }: Judge, facts: Facts): OnSeverity => {
  if (severity === null) return usual;
  const changed = severity(facts);
  return changed === null || changed === usual.severity ? usual : other;
};

export const verdictOf = (rules: readonly RuleResult[]): VerdictName => {
  const failed = rules.filter(({ outcome }) => outcome === 'FAIL');
  return VERDICTS[Math.max(0, ...failed.map(({ absolute, severity }) => weightOf(absolute, severity)))] ?? 'PROHIBITED';
};

const judged = ({ all, passes }: Bench, facts: Facts): Evaluation => {
  const rules = passes.slice();
  let weight = 0;
  for (let index = 0; index < all.length; index += 1) {
    const one = all[index] as Judge;
    const results = resultsOf(one, facts);
    if (one.when !== null && one.when(facts) === false) rules[index] = results.apart;
    else if (one.must(facts) === true) {
      if (results !== one.usual) rules[index] = results.pass;
    } else {
      rules[index] = results.fail;
      if (results.weight > weight) weight = results.weight;
    }
  }
  return { verdict: VERDICTS[weight] ?? 'PROHIBITED', rules };
};

/** Judges a dossier on its own `today`. Takes any JSON value and never throws: what cannot be read closes the gate. */
export const evaluate = (dossier: unknown, pack?: Pack): Evaluation => {
  const facts = readFacts(dossier);
  const chosen = pack ?? packOf(facts.organisation.jurisdiction);
  if (!chosen) return { verdict: 'BLOCKED', rules: [], reason: 'jurisdiction.without_pack' };
  return judged(benchOf(chosen), facts);
};
