import type { Language } from '../kernel/actor.js';
import { PLAIN_REMEDIES, SHORT_CITATIONS } from './catalogue/plain-english.catalogue.js';
import { DUTCH_RULE_TEXTS } from './catalogue/rules-nl.catalogue.js';
import { RULE_TEXTS } from './catalogue/rules.catalogue.js';
import type { RuleId, Severity } from './rules/rule.js';

/** One rule as people read it. */
export interface RuleText {
  readonly id: RuleId;
  readonly severity: Severity;
  readonly nature: 'binding_law' | 'case_law' | 'guidance' | 'product_policy';
  readonly phase: string;
  readonly absolute: boolean;
  readonly statement: string;
  readonly statementNl: string;
  readonly source: string;
  readonly sourceNl: string;
  /** How far the source was checked: shown, because nothing here replaces a lawyer. */
  readonly sourceStatus: readonly string[];
  readonly remedy: Readonly<Record<Language, string>>;
}

export const RULES: readonly RuleText[] = RULE_TEXTS.map((text) => {
  const dutch = DUTCH_RULE_TEXTS[text.id];
  return { ...text, statementNl: dutch.statement, sourceNl: dutch.source };
});

const PLAIN: Readonly<Record<string, string | undefined>> = PLAIN_REMEDIES;
const SHORT: Readonly<Record<string, string | undefined>> = SHORT_CITATIONS;

/** The texts below give the id itself back for an id that is no rule. */
const BY_ID: ReadonlyMap<string, RuleText> = new Map(RULES.map((rule) => [rule.id, rule]));
export const isRuleId = (id: string): id is RuleId => BY_ID.has(id);
export const ruleOf = (id: RuleId): RuleText => {
  const rule = BY_ID.get(id);
  if (!rule) throw new Error(`expected a rule of the catalogue, found ${id}`);
  return rule;
};
/** What to do, in plain words. `RULES` keep the words of the catalogue. */
export const remedyOf = (id: string, language: Language): string =>
  (language === 'en' ? PLAIN[id] : undefined) ?? BY_ID.get(id)?.remedy[language] ?? id;
export const sourceOf = (id: string, language: Language): string => {
  const rule = BY_ID.get(id);
  return (language === 'nl' ? rule?.sourceNl : rule?.source) ?? id;
};
/** The source in one line, as it stands under a remedy; `sourceOf` gives all of it. */
export const citationOf = (id: string, language: Language): string => (language === 'en' ? SHORT[id] : undefined) ?? sourceOf(id, language);
export const statementOf = (id: string, language: Language): string => {
  const rule = BY_ID.get(id);
  return (language === 'nl' ? rule?.statementNl : rule?.statement) ?? id;
};
