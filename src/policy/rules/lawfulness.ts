import { LEGAL_BASES } from '../derived.js';
import { both, contains, equals, every, everyWhere, holds, lacks, notEmpty, oneOf, some, truth, of } from '../reading.js';
import type { Rule } from './rule.js';

const NO_CONTRACT_PURPOSES = ['training', 'quality', 'evaluation', 'productivity', 'fraud_investigation'] as const;

/** GDPR 6: the legal basis of each purpose. */
export const LAWFULNESS_RULES: readonly Rule[] = [
  {
    id: 'EU-GDPR-06-01',
    must: (f) =>
      every(f.purposes, (p) => {
        const basis = p.legalBasis;
        if (oneOf(basis, LEGAL_BASES) !== true) return false;
        return oneOf(basis, ['legal_obligation', 'public_task']) === false || holds(p.legalBasisReference);
      }),
  },
  {
    id: 'EU-GDPR-06-02',
    when: (f) => some(f.purposes, (p) => contains(p.subjects, 'employees')),
    must: (f) =>
      everyWhere(
        f.purposes,
        (p) => contains(p.subjects, 'employees'),
        (p) => {
          const basis = p.legalBasis;
          return basis !== 'consent' && both(equals(basis, 'contract'), oneOf(p.code, NO_CONTRACT_PURPOSES)) === false;
        },
      ),
  },
  {
    id: 'EU-GDPR-06-03',
    when: (f) => some(f.purposes, (p) => equals(p.legalBasis, 'legitimate_interest')),
    must: (f) =>
      everyWhere(
        f.purposes,
        (p) => equals(p.legalBasis, 'legitimate_interest'),
        (p) => {
          const test = of(p.balancingTest);
          return holds(test.interest) && holds(test.necessity) && test.balance === 'employer' && holds(test.signedBy);
        },
      ),
  },
  {
    id: 'EU-GDPR-06-04',
    when: (f) => truth(f.organisation.publicBody),
    must: (f) => every(f.purposes, (p) => equals(p.legalBasis, 'legitimate_interest') === false),
  },
];

/** Necessity, subsidiarity, effectiveness. */
export const NECESSITY_RULES: readonly Rule[] = [
  {
    id: 'EU-NEC-01',
    must: (f) => {
      const alternatives = f.assessment.alternatives;
      return notEmpty(alternatives) === true && every(alternatives, (a) => holds(a.rejectedReason));
    },
  },
  {
    id: 'EU-NEC-02',
    must: (f) => lacks(some(f.assessment.alternatives, (a) => both(a.lessIntrusive, a.effectiveEnough))),
  },
  {
    id: 'EU-NEC-03',
    must: (f) =>
      every(f.purposes, (p) => {
        const effect = of(p.effectiveness);
        if (!holds(effect.metric)) return false;
        return holds(effect.evidence) || lacks(f.runtime.isRenewal);
      }),
    severity: (f) => (holds(f.runtime.isRenewal) ? 'blocks' : null),
  },
  { id: 'EU-NEC-04', must: (f) => lacks(f.assessment.reliesOnTechnicalImpossibility) },
];

/** GDPR 9 and 10, UAVG 29, fairness. */
export const SPECIAL_DATA_RULES: readonly Rule[] = [
  {
    id: 'EU-GDPR-09-01',
    when: (f) => some(f.tool.dataCategories, (x) => x.specialCategory),
    must: (f) =>
      everyWhere(
        f.tool.dataCategories,
        (x) => x.specialCategory,
        (x) => holds(x.art9Condition) && x.art9Condition !== 'explicit_consent',
      ),
  },
  {
    id: 'EU-GDPR-09-02',
    when: (f) => truth(f.tool.behaviourDetection),
    must: (f) =>
      oneOf(f.tool.biometricClassification, ['not_biometric', 'biometric', 'biometric_id']) === true &&
      holds(f.assessment.classificationReasoned),
  },
  {
    id: 'NL-UAVG-29-01',
    when: (f) => some(f.tool.dataCategories, (x) => equals(x.specialCategory, 'biometric_id')),
    must: (f) => {
      const biometric = of(f.assessment.biometric);
      return (
        oneOf(biometric.purpose, ['authentication', 'security']) === true &&
        holds(biometric.necessary) &&
        holds(biometric.alternativeOffered)
      );
    },
  },
  {
    id: 'EU-FAIR-01',
    when: (f) => {
      const detects = truth(f.tool.behaviourDetection);
      return detects === false ? truth(f.tool.profiling) : detects;
    },
    must: (f) => equals(f.assessment.biasTest, 'passed'),
  },
  {
    id: 'EU-GDPR-10-01',
    when: (f) => some(f.tool.dataCategories, (x) => x.criminal),
    must: (f) => truth(f.tool.criminalDataReference),
  },
];
