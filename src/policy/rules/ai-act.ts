import { atLeast, contains, equals, holds, notAfter, oneOf, truth, of } from '../reading.js';
import type { Rule } from './rule.js';

/** Reg. (EU) 2026/1744 moved the duties for high-risk systems of Annex III to this day. */
const HIGH_RISK_DUTIES_FROM = '2027-12-02';
const LOG_DAYS = 180;

/** Regulation (EU) 2024/1689. */
export const AI_ACT_RULES: readonly Rule[] = [
  {
    id: 'EU-AIA-05-01',
    when: (f) => truth(of(f.tool.emotion).inferredByAi),
    must: (f) => truth(of(f.tool.emotion).medicalOrSafetyOnly),
  },
  {
    id: 'EU-AIA-06-01',
    when: (f) => truth(of(f.tool.ai).isAi),
    must: (f) => {
      const ai = of(f.tool.ai);
      return oneOf(ai.classification, ['high_risk_iii_4b', 'other']) === true && holds(ai.classificationReason);
    },
  },
  {
    id: 'EU-AIA-26-01',
    when: (f) => equals(of(f.tool.ai).classification, 'high_risk_iii_4b'),
    must: (f) => {
      const ai = of(f.tool.ai);
      return (
        holds(f.representation.aiInformedOn) &&
        contains(f.notice.contentItems, 'N21') === true &&
        holds(ai.humanOversight) &&
        atLeast(ai.logDays, LOG_DAYS) === true &&
        holds(ai.instructionsOnFile)
      );
    },
    severity: (f) => (notAfter(HIGH_RISK_DUTIES_FROM, f.today) === true ? 'blocks' : null),
  },
];
