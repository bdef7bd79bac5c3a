export { QUESTIONS, questionsIn } from './api/tools.shapes.js';
export { acceptedFingerprints, confirmCarriage, proposeCarriage, stateDpiaHolds } from './carriages.js';
export { categoryName } from './capability.catalogue.js';
export { declarationsOf } from './declarations/declarations.repository.js';
export {
  dashboardText,
  declaredSections,
  type DeclaredSection,
  gradeName,
  heldWords,
  individualText,
  metricText,
  outWords,
  stopWords,
} from './declarations/declared-words.js';
export { unitText } from './declarations/unit-words.js';
export { writeDashboards, writeGrade, writeIndividualView, writeMetrics } from './declarations/write-declarations.js';
export * from './limits/index.js';
export { differences } from './domain/differences.js';
export { answeredValues, shownValues } from './domain/version-values.js';
export { dossierFacts } from './domain/facts.js';
export { tidied } from './domain/tidy-answers.js';
export { confirmableBy, needsConfirmation } from './domain/confirmation.js';
export * from './questionnaire/index.js';
export { countInScope, latestVersion, lockTool, lockToolOf, readVersion, versionAt } from './read-version.js';
export { type NamedCodes, namedCodes } from './named-codes.js';
export { createTool, registerVersion, type NewToolInput } from './register-tool.js';
export { STARTERS, starterOf } from './starters/index.js';
export type { Bilingual, ProposedAnswer, ProposedRisk, Starter } from './starters/starter.js';
export { DeclaredParts } from './web/declared-parts.js';
export { ToolsModule } from './tools.module.js';
export { toolPaths } from './tools.paths.js';
export { endRunWithoutConsent, findTool } from './tools.repository.js';
export type { Amendment, Enforcement, Scope, Setting, StoredAnswer, ToolRow, Version, VersionFile } from './version.js';
export { unansweredTools, type UnansweredTool } from './unanswered.repository.js';
export { scopeReaches, withoutCover } from './version-cover.js';
export { addAmendment, fixVersion, nextVersion, type NextVersion } from './versions.js';
export { versionsOf, type VersionSummary } from './versions.repository.js';
export { confirmFacts, writeAnswers } from './write-answers.js';
export { attachFile, writeCapabilities, writeEnforcement, writeScope, writeSheet } from './write-parts.js';
export { type Place, RegistrationService } from './registration.service.js';
export { proposedDashboards, proposedMetrics } from './declarations/proposed.js';
export { type DeclaredInput, DeclarationsService } from './declarations/declarations.service.js';
export { VersionsService } from './versions.service.js';
export { REGISTRATION_SECTIONS } from './questions/sections.js';
