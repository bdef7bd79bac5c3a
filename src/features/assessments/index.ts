export {
  adviceShown,
  type AdviceCase,
  assessmentFacts,
  type AssessmentFacts,
  deviationsShown,
  readAdviceCase,
  type ShownAdvice,
} from './assessment-facts.js';
export type { Deviation } from './advice.repository.js';
export { advicePaths, assessmentPaths } from './assessments.paths.js';
