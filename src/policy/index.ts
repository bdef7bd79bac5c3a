export { attributeOf, ownerMayWrite, writersOf } from './attributes.js';
export { ATTRIBUTES, type Attribute, type AttributeType, type Owner } from './catalogue/attributes.catalogue.js';
export { REQUIREMENTS, type Requirement, type RequirementCode, type RequirementId } from './catalogue/requirements.catalogue.js';
export { type Cover, coverObstacle, coverOf, seatsToDraw, SMALLEST_COVERED_SCOPE, type WithoutCover } from './cover.js';
export {
  DASHBOARD_PERIODS,
  DASHBOARD_SHOWS,
  type Dashboard,
  type DashboardGroup,
  type Declarations,
  type Enforcement,
  type Grade,
  GRADES,
  inOrder,
  INDIVIDUAL_GROUNDS,
  type IndividualView,
  type Metric,
  METRIC_KINDS,
  METRIC_LEVELS,
  NOTHING_DECLARED,
  runsOnLeases,
  runsOnList,
  wayOut,
  type WayOut,
  type Viewer,
  FIGURES_SHOWN_AFTER_DAYS,
  VIEWERS,
} from './declarations.js';
export type { Dossier } from './dossier.js';
export { type Evaluation, type Outcome, type RuleResult, type VerdictName } from './evaluate.js';
export { ALL_DAYS, endOfHours, type Hours, type HoursWindow, isWithinHours, windowsOf } from './hours.js';
export { type Beyond, beyondOf, limitHolds } from './limit-check.js';
export { isLimitKind, readHours, readLimit, type TypedLimit, typedLimit } from './limit-reading.js';
export {
  type CompiledLimits,
  compileLimits,
  KEPT_BY_PRODUCT,
  LIMIT_KINDS,
  type LimitKind,
  type MachineLimit,
  PROTECTED_CONTACTS,
  type ProtectedContact,
  storedLimits,
} from './limits.js';
export { isDay } from './reading.js';
export { noticeItemsDue } from './notice-due.js';
export { packOf, type Pack } from './packs/packs.js';
export { citationOf, isRuleId, remedyOf, ruleOf, sourceOf, statementOf, type RuleText } from './rule-texts.js';
export type { RuleId, Severity } from './rules/rule.js';
export { hiddenGroups, mayTotal, SMALLEST_GROUP_EVER, USUAL_SMALLEST_GROUP } from './small-groups.js';
export { addWorkingDays, instantAfter, isOver, sameDateAfter } from './terms.js';
export { dashboardIsFor, managersMayLook, roleMayLook, watchesOver } from './viewers.js';
export * from './terms-catalogue.js';
export { concernsThirdParties, THIRD_PARTIES } from './third-parties.js';
export { ACT_NEEDS, type Act } from './acts.js';
export { assembleDossier, type Answer } from './assemble.js';
export { completeShape } from './complete-shape.js';
export { bodyOf, type Body } from './bodies.js';
export { capabilityFacts, evaluateCapabilities, type CapabilityAnswer, nearCapabilities, type Reach } from './capabilities.js';
export { CAPABILITIES, type Capability, type CapabilityCode } from './catalogue/capabilities.catalogue.js';
export { classifyCapabilities, classifyChanges, type Change, type ChangeKind } from './changes.js';
export { classifyDeclared, type Declared } from './declared-changes.js';
export { fingerprintOf, type RaisedText } from './fingerprint.js';
export { readScope } from './framework-reading.js';
export {
  colourOf,
  type Colour,
  type FrameworkClass,
  type FrameworkScope,
  type FrameworkSubject,
  type LightColour,
  type Outside,
  outsideOf,
  SENSORS,
} from './frameworks.js';
export { missingAnswers, missingItems } from './findings.js';
export {
  missingOf,
  requirementStates,
  standingOf,
  unmetFor,
  type ChainFacts,
  type OwnChecks,
  type RequirementInput,
  type RequirementState,
  type Standing,
  type StateName,
} from './requirement-states.js';
export { type RoleConflict } from './role-conflicts.js';
