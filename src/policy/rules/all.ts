import { allMandatory } from '../mandatory.js';
import { equals, truth } from '../reading.js';
import { CONTROLLER_RULES, DPIA_RULES, TRANSFER_RULES } from './accountability.js';
import { AI_ACT_RULES } from './ai-act.js';
import { HOME_RULES, PRIVATE_LIFE_RULES } from './home.js';
import { LAWFULNESS_RULES, NECESSITY_RULES, SPECIAL_DATA_RULES } from './lawfulness.js';
import { PROCESSING_RULES } from './processing.js';
import { RECORDING_RULES } from './recording.js';
import type { Rule } from './rule.js';
import { COMPLAINT_RULES, NOTICE_RULES, OBJECTION_RULES } from './transparency.js';
import { WORKS_COUNCIL_RULES } from './works-council.js';

const DOSSIER_RULES: readonly Rule[] = [
  { id: 'GEN-DOS-01', must: allMandatory },
  {
    id: 'GEN-DOS-02',
    when: (f) => truth(f.runtime.configHash),
    must: (f) => equals(f.runtime.configHash, f.dossier.versionHash),
  },
];

/** Every rule, in the order of the catalogue. */
export const ALL_RULES: readonly Rule[] = [
  ...DOSSIER_RULES,
  ...PROCESSING_RULES,
  ...LAWFULNESS_RULES,
  ...NECESSITY_RULES,
  ...SPECIAL_DATA_RULES,
  ...NOTICE_RULES,
  ...OBJECTION_RULES,
  ...CONTROLLER_RULES,
  ...DPIA_RULES,
  ...TRANSFER_RULES,
  ...PRIVATE_LIFE_RULES,
  ...RECORDING_RULES,
  ...HOME_RULES,
  ...WORKS_COUNCIL_RULES,
  ...AI_ACT_RULES,
  ...COMPLAINT_RULES,
];
