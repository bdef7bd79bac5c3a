export { attributeOf, ownerMayWrite, writersOf } from './attributes.js';
export { ATTRIBUTES, type Attribute, type AttributeType, type Owner } from './catalogue/attributes.catalogue.js';
export { REQUIREMENTS, type Requirement, type RequirementCode, type RequirementId } from './catalogue/requirements.catalogue.js';
export type { Dossier } from './dossier.js';
export { evaluate, verdictOf, type Evaluation, type Outcome, type RuleResult, type VerdictName } from './evaluate.js';
export { isLimitKind, readLimit, typedLimit } from './limit-reading.js';
export { LIMIT_LABELS, limitText } from './limit-words.js';
export {
  type CompiledLimits,
  compileLimits,
  KEPT_BY_PRODUCT,
  LIMIT_KINDS,
  limitHolds,
  type LimitKind,
  type MachineLimit,
} from './limits.js';
export { noticeItemsDue } from './notice-due.js';
export { packOf, type Pack } from './packs/packs.js';
export { isRuleId, remedyOf, ruleOf, RULES, sourceOf, statementOf, type RuleText } from './rule-texts.js';
export type { RuleId, Severity } from './rules/rule.js';
export { addWorkingDays, isWorkingDay, monthsAfter, oneMonthAfter, publicHolidays, type TermLaw, workingDayFrom } from './terms.js';
