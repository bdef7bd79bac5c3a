import type { RequirementId } from './catalogue/requirements.catalogue.js';

export type Act = 'ask_advice' | 'send_request' | 'record_decision' | 'final_decision' | 'publish_notice' | 'activate';

const WRITTEN: readonly RequirementId[] = ['E1', 'E2', 'E3', 'E4', 'E15', 'E16'];

/**
 * The requirements that must be met before an act, and never more, or the chain would wait for itself. Asking advice and
 * publishing hang on an act (the DPIA is fixed, the final decision was taken), which `actsDone` says.
 */
export const ACT_NEEDS: Readonly<Record<Act, readonly RequirementId[]>> = {
  ask_advice: [],
  send_request: [...WRITTEN, 'E13'],
  record_decision: ['E5', 'E6', 'E7', 'E8'],
  final_decision: ['E9'],
  publish_notice: [],
  activate: ['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7', 'E8', 'E9', 'E10', 'E11', 'E12', 'E13', 'E14', 'E15', 'E16'],
};
