import type { RuleId } from '../../../policy/index.js';
import type { SectionCode } from './sections.js';

/** Where a finding is shown: beside a question of this section, or under the section when the fact belongs to another step. */
export interface FindingPlace {
  readonly section: SectionCode;
  readonly attribute: string | null;
}
const at = (section: SectionCode, attribute: string | null = null): FindingPlace => ({ section, attribute });

/** Every rule of the requirements that the assessment must meet: E1 to E4, E13, E15 and E16. */
export const FINDING_PLACES: Readonly<Partial<Record<RuleId, FindingPlace>>> = {
  'EU-GDPR-05-01': at('purpose', 'purposes'),
  'EU-NEC-03': at('purpose', 'purposes'),
  'EU-GDPR-05-06': at('data', 'tool.dataCategories'),
  'EU-GDPR-06-01': at('basis', 'purposes'),
  'EU-GDPR-06-02': at('basis', 'purposes'),
  'EU-GDPR-06-03': at('basis', 'purposes'),
  'EU-GDPR-06-04': at('basis', 'purposes'),
  'EU-GDPR-10-01': at('basis', 'tool.criminalDataReference'),
  'EU-GDPR-05-03': at('data', 'assessment.contentJustification'),
  'EU-GDPR-09-01': at('data', 'tool.dataCategories'),
  'EU-GDPR-09-02': at('data', 'assessment.classificationReasoned'),
  'EU-FAIR-01': at('data', 'assessment.biasTest'),
  'NL-UAVG-29-01': at('data', 'assessment.biometric.alternativeOffered'),
  'EU-AIA-06-01': at('data', 'tool.ai.classification'),
  'EU-AIA-05-01': at('data', 'tool.emotion.medicalOrSafetyOnly'),
  'EU-GDPR-22-01': at('data'),
  'EU-GDPR-22-02': at('data'),
  'GEN-DOS-01': at('risks'),
  'GEN-DOS-02': at('capture'),
  'NL-CASE-01': at('capture', 'capture.modes'),
  'EU-GDPR-05-04': at('capture', 'purposes'),
  'EU-GDPR-05-05': at('capture', 'purposes'),
  'NL-PAR-01': at('capture', 'assessment.parityException.securityMeasure'),
  'NL-HOME-01': at('capture'),
  'EU-WP249-01': at('capture'),
  'EU-WP249-02': at('capture', 'tool.telecomActGround'),
  'NL-AP-COV-01': at('capture'),
  'EU-GDPR-04-01': at('capture', 'capture.modes'),
  'EU-GDPR-04-02': at('capture'),
  'EU-GDPR-04-04': at('capture'),
  'NL-AP-REC-01': at('capture'),
  'NL-SR-139-01': at('capture'),
  'NL-REC-01': at('capture'),
  'NL-REC-02': at('capture'),
  'NL-REC-03': at('capture'),
  'NL-REC-04': at('capture', 'capture.buffer.justifiedMaxSeconds'),
  'NL-REC-05': at('capture', 'capture.modes'),
  'NL-REC-06': at('purpose', 'purposes'),
  'EU-NEC-01': at('alternatives', 'assessment.alternatives'),
  'EU-NEC-02': at('alternatives', 'assessment.alternatives'),
  'EU-NEC-04': at('alternatives', 'assessment.reliesOnTechnicalImpossibility'),
  'EU-ECHR-08-01': at('alternatives'),
  'EU-GDPR-35-01': at('risks'),
  'EU-GDPR-35-03': at('risks'),
  'EU-GDPR-36-01': at('measures', 'dpia.priorConsultation'),
  'EU-GDPR-04-03': at('measures', 'tool.vendorClaims'),
  'EU-GDPR-24-01': at('measures'),
  'EU-GDPR-25-01': at('measures'),
  'EU-GDPR-28-01': at('measures', 'processors'),
  'EU-GDPR-28-02': at('measures', 'processors'),
  'EU-GDPR-30-01': at('measures'),
  'EU-GDPR-32-01': at('measures'),
  'EU-GDPR-44-01': at('measures', 'transfers'),
  'EU-GDPR-44-02': at('measures', 'transfers'),
};

/** Rules about the DPIA itself fail until it is fixed: said by the list of sections, not as a finding. */
const OF_THE_DPIA_ITSELF: readonly RuleId[] = ['EU-GDPR-35-01', 'EU-GDPR-35-03', 'GEN-DOS-02'];
export const isShown = (rule: RuleId): boolean => FINDING_PLACES[rule] !== undefined && !OF_THE_DPIA_ITSELF.includes(rule);
export const placeOf = (rule: RuleId): FindingPlace | null => FINDING_PLACES[rule] ?? null;
