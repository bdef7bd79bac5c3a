export type { Advice, AdviceName, Deviation } from './advice.repository.js';
export {
  adviceShown,
  type AdviceCase,
  assessmentFacts,
  type AssessmentFacts,
  deviationsShown,
  readAdviceCase,
  risksShown,
  type ShownAdvice,
} from './assessment-facts.js';
export { AdviceService } from './advice.service.js';
export { AssessmentService } from './assessment.service.js';
export { ConditionsService } from './conditions.service.js';
export { DpiaService } from './dpia.service.js';
export { SECTIONS, type SectionCode } from './domain/sections.js';
export { AssessmentsModule } from './assessments.module.js';
export { advicePaths, assessmentPaths } from './assessments.paths.js';
export type { Grade, Risk } from './domain/residual-risk.js';
export { ASSESSMENT_SECTIONS } from './questions.catalogue.js';
export type { Saved } from './assessment.service.js';
export { openCarriageTo } from './carriages.repository.js';
