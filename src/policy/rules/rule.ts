import type { RULE_TEXTS } from '../catalogue/rules.catalogue.js';
import type { Facts } from '../facts.js';
import type { Truth } from '../reading.js';

export type RuleId = (typeof RULE_TEXTS)[number]['id'];
export type Severity = 'blocks' | 'warns';

/** A rule fails when `when` is not false and `must` is not true. Without `when` it always applies. */
export interface Rule {
  readonly id: RuleId;
  readonly when?: (facts: Facts) => Truth;
  readonly must: (facts: Facts) => Truth;
  /** The severity on this dossier's day, where it is not that of the catalogue. */
  readonly severity?: (facts: Facts) => Severity | null;
}
