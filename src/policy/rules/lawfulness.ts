import { LEGAL_BASES } from '../derived.js';
import { at, both, contains, equals, every, everyWhere, holds, lacks, notEmpty, oneOf, some, truth } from '../reading.js';
import type { Rule } from './rule.js';

const NO_CONTRACT_PURPOSES = ['training', 'quality', 'evaluation', 'productivity', 'fraud_investigation'] as const;

/** GDPR 6: the legal basis of each purpose. */
export const LAWFULNESS_RULES: readonly Rule[] = [
  {
    id: 'EU-GDPR-06-01',
    must: (f) =>
      every(f.purposes, (p) => {
        const basis = at(p, 'legalBasis');
        if (oneOf(basis, LEGAL_BASES) !== true) return false;
        return oneOf(basis, ['legal_obligation', 'public_task']) === false || holds(at(p, 'legalBasisReference'));
      }),
  },
  {
    id: 'EU-GDPR-06-02',
    when: (f) => some(f.purposes, (p) => contains(at(p, 'subjects'), 'employees')),
    must: (f) =>
      everyWhere(
        f.purposes,
        (p) => contains(at(p, 'subjects'), 'employees'),
        (p) => {
          const basis = at(p, 'legalBasis');
          return basis !== 'consent' && both(equals(basis, 'contract'), oneOf(at(p, 'code'), NO_CONTRACT_PURPOSES)) === false;
        },
      ),
  },
  {
    id: 'EU-GDPR-06-03',
    when: (f) => some(f.purposes, (p) => equals(at(p, 'legalBasis'), 'legitimate_interest')),
    must: (f) =>
      everyWhere(
        f.purposes,
        (p) => equals(at(p, 'legalBasis'), 'legitimate_interest'),
        (p) => {
          const test = at(p, 'balancingTest');
          return (
            holds(at(test, 'interest')) && holds(at(test, 'necessity')) && at(test, 'balance') === 'employer' && holds(at(test, 'signedBy'))
          );
        },
      ),
  },
  {
    id: 'EU-GDPR-06-04',
    when: (f) => truth(at(f.organisation, 'publicBody')),
    must: (f) => every(f.purposes, (p) => equals(at(p, 'legalBasis'), 'legitimate_interest') === false),
  },
];

/** Necessity, subsidiarity, effectiveness. */
export const NECESSITY_RULES: readonly Rule[] = [
  {
    id: 'EU-NEC-01',
    must: (f) => {
      const alternatives = at(f.assessment, 'alternatives');
      return notEmpty(alternatives) === true && every(alternatives, (a) => holds(at(a, 'rejectedReason')));
    },
  },
  {
    id: 'EU-NEC-02',
    must: (f) => lacks(some(at(f.assessment, 'alternatives'), (a) => both(at(a, 'lessIntrusive'), at(a, 'effectiveEnough')))),
  },
  {
    id: 'EU-NEC-03',
    must: (f) =>
      every(f.purposes, (p) => {
        const effect = at(p, 'effectiveness');
        if (!holds(at(effect, 'metric'))) return false;
        return holds(at(effect, 'evidence')) || lacks(at(f.runtime, 'isRenewal'));
      }),
    severity: (f) => (holds(at(f.runtime, 'isRenewal')) ? 'blocks' : null),
  },
  { id: 'EU-NEC-04', must: (f) => lacks(at(f.assessment, 'reliesOnTechnicalImpossibility')) },
];

/** GDPR 9 and 10, UAVG 29, fairness. */
export const SPECIAL_DATA_RULES: readonly Rule[] = [
  {
    id: 'EU-GDPR-09-01',
    when: (f) => some(at(f.tool, 'dataCategories'), (x) => at(x, 'specialCategory')),
    must: (f) =>
      everyWhere(
        at(f.tool, 'dataCategories'),
        (x) => at(x, 'specialCategory'),
        (x) => holds(at(x, 'art9Condition')) && at(x, 'art9Condition') !== 'explicit_consent',
      ),
  },
  {
    id: 'EU-GDPR-09-02',
    when: (f) => truth(at(f.tool, 'behaviourDetection')),
    must: (f) =>
      oneOf(at(f.tool, 'biometricClassification'), ['not_biometric', 'biometric', 'biometric_id']) === true &&
      holds(at(f.assessment, 'classificationReasoned')),
  },
  {
    id: 'NL-UAVG-29-01',
    when: (f) => some(at(f.tool, 'dataCategories'), (x) => equals(at(x, 'specialCategory'), 'biometric_id')),
    must: (f) => {
      const biometric = at(f.assessment, 'biometric');
      return (
        oneOf(at(biometric, 'purpose'), ['authentication', 'security']) === true &&
        holds(at(biometric, 'necessary')) &&
        holds(at(biometric, 'alternativeOffered'))
      );
    },
  },
  {
    id: 'EU-FAIR-01',
    when: (f) => {
      const detects = truth(at(f.tool, 'behaviourDetection'));
      return detects === false ? truth(at(f.tool, 'profiling')) : detects;
    },
    must: (f) => equals(at(f.assessment, 'biasTest'), 'passed'),
  },
  {
    id: 'EU-GDPR-10-01',
    when: (f) => some(at(f.tool, 'dataCategories'), (x) => at(x, 'criminal')),
    must: (f) => truth(at(f.tool, 'criminalDataReference')),
  },
];
