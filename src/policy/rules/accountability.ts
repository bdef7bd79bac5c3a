import { dpiaTriggers, transferHolds } from '../derived.js';
import {
  at,
  equals,
  ERROR,
  every,
  everyWhere,
  holds,
  lacks,
  notAfter,
  notEmpty,
  oneOf,
  orElse,
  some,
  truth,
  type Truth,
} from '../reading.js';
import type { Facts } from '../facts.js';
import type { Rule } from './rule.js';

const dpiaDue = (f: Facts): Truth => {
  const triggers = dpiaTriggers(f);
  return triggers === ERROR ? ERROR : triggers.length > 0;
};
const ofThisVersion = (f: Facts, hash: unknown): boolean => equals(hash, at(f.dossier, 'versionHash')) === true;

/** GDPR 24 to 32: roles, design, processors, register, security. */
export const CONTROLLER_RULES: readonly Rule[] = [
  { id: 'EU-GDPR-24-01', must: (f) => oneOf(at(f.tool, 'controllerRole'), ['controller', 'joint_controller']) },
  { id: 'EU-GDPR-25-01', must: (f) => truth(at(f.tool, 'unneededFeaturesOff')) },
  {
    id: 'EU-GDPR-28-01',
    when: (f) => notEmpty(f.processors),
    must: (f) =>
      every(
        f.processors,
        (x) =>
          holds(at(x, 'processingAgreementSigned')) &&
          holds(at(x, 'processingAgreementComplete')) &&
          every(orElse(at(x, 'subprocessors'), []), (s) => holds(at(s, 'authorised'))),
      ),
  },
  {
    id: 'EU-GDPR-28-02',
    when: (f) => notEmpty(f.processors),
    must: (f) =>
      everyWhere(
        f.processors,
        (x) => at(x, 'ownPurposes'),
        (x) => holds(at(x, 'separateControllerAssessed')),
      ),
  },
  { id: 'EU-GDPR-30-01', must: (f) => truth(at(f.dossier, 'processingRecordEntryId')) },
  {
    id: 'EU-GDPR-32-01',
    must: (f) =>
      holds(at(f.security, 'rbac')) &&
      holds(at(f.security, 'mfa')) &&
      holds(at(f.security, 'encryption')) &&
      holds(at(f.security, 'accessLog')) &&
      notEmpty(at(f.tool, 'recipients')) === true &&
      every(at(f.tool, 'recipients'), (x) => holds(at(x, 'needToKnow'))),
  },
];

const adviceHolds = (f: Facts): boolean => {
  const advice = at(f.dpoAdvice, 'advice');
  if (oneOf(advice, ['positive', 'conditional', 'negative']) !== true || !ofThisVersion(f, at(f.dpoAdvice, 'versionHash'))) return false;
  return advice !== 'negative' || holds(at(f.dpoAdvice, 'deviationReason'));
};

/** GDPR 35 and 36: impact assessment, advice, prior consultation. */
export const DPIA_RULES: readonly Rule[] = [
  {
    id: 'EU-GDPR-35-01',
    when: dpiaDue,
    must: (f) =>
      holds(at(f.dpia, 'done')) &&
      ofThisVersion(f, at(f.dpia, 'versionHash')) &&
      holds(at(f.dpia, 'description')) &&
      holds(at(f.dpia, 'necessity')) &&
      holds(at(f.dpia, 'risks')) &&
      holds(at(f.dpia, 'measures')),
  },
  {
    id: 'EU-GDPR-35-02',
    when: dpiaDue,
    must: (f) => {
      const appointed = at(f.organisation, 'dpoAppointed');
      if (holds(appointed)) return adviceHolds(f);
      return lacks(appointed) && lacks(at(f.organisation, 'publicBody')) && lacks(at(f.organisation, 'largeScaleCore'));
    },
  },
  {
    id: 'EU-GDPR-35-03',
    when: (f) => truth(at(f.dpia, 'done')),
    must: (f) => holds(at(f.dpia, 'reviewDue')) && notAfter(f.today, at(f.dpia, 'reviewDue')) === true,
  },
  {
    id: 'EU-GDPR-36-01',
    when: (f) => equals(at(f.dpia, 'residualRisk'), 'high'),
    must: (f) => equals(at(f.dpia, 'priorConsultation'), 'cleared'),
  },
];

/** GDPR 44 to 49: transfers. */
export const TRANSFER_RULES: readonly Rule[] = [
  { id: 'EU-GDPR-44-01', when: (f) => notEmpty(f.transfers), must: (f) => every(f.transfers, (x) => transferHolds(x, f.today)) },
  {
    id: 'EU-GDPR-44-02',
    when: (f) => some(f.transfers, (x) => oneOf(at(x, 'mechanism'), ['scc', 'bcr'])),
    must: (f) =>
      everyWhere(
        f.transfers,
        (x) => oneOf(at(x, 'mechanism'), ['scc', 'bcr']),
        (x) => holds(at(x, 'transferImpactAssessmentDone')) && (at(x, 'mechanism') === 'bcr' || at(x, 'sccVersion') === '2021/914'),
      ),
  },
];
