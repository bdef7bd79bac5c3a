import { dpiaDue, transferHolds } from '../derived.js';
import { equals, every, everyWhere, holds, lacks, NOTHING, notAfter, notEmpty, oneOf, orElse, some, truth } from '../reading.js';
import type { Facts } from '../facts.js';
import type { Rule } from './rule.js';

const ofThisVersion = (f: Facts, hash: unknown): boolean => equals(hash, f.dossier.versionHash) === true;

/** GDPR 24 to 32: roles, design, processors, register, security. */
export const CONTROLLER_RULES: readonly Rule[] = [
  { id: 'EU-GDPR-24-01', must: (f) => oneOf(f.tool.controllerRole, ['controller', 'joint_controller']) },
  { id: 'EU-GDPR-25-01', must: (f) => truth(f.tool.unneededFeaturesOff) },
  {
    id: 'EU-GDPR-28-01',
    when: (f) => notEmpty(f.processors),
    must: (f) =>
      every(
        f.processors,
        (x) =>
          holds(x.processingAgreementSigned) &&
          holds(x.processingAgreementComplete) &&
          every(orElse(x.subprocessors, NOTHING), (s) => holds(s.authorised)),
      ),
  },
  {
    id: 'EU-GDPR-28-02',
    when: (f) => notEmpty(f.processors),
    must: (f) =>
      everyWhere(
        f.processors,
        (x) => x.ownPurposes,
        (x) => holds(x.separateControllerAssessed),
      ),
  },
  { id: 'EU-GDPR-30-01', must: (f) => truth(f.dossier.processingRecordEntryId) },
  {
    id: 'EU-GDPR-32-01',
    must: (f) =>
      holds(f.security.rbac) &&
      holds(f.security.mfa) &&
      holds(f.security.encryption) &&
      holds(f.security.accessLog) &&
      notEmpty(f.tool.recipients) === true &&
      every(f.tool.recipients, (x) => holds(x.needToKnow)),
  },
];

const adviceHolds = (f: Facts): boolean => {
  const advice = f.dpoAdvice.advice;
  if (oneOf(advice, ['positive', 'conditional', 'negative']) !== true || !ofThisVersion(f, f.dpoAdvice.versionHash)) return false;
  return advice !== 'negative' || holds(f.dpoAdvice.deviationReason);
};

/** GDPR 35 and 36: impact assessment, advice, prior consultation. */
export const DPIA_RULES: readonly Rule[] = [
  {
    id: 'EU-GDPR-35-01',
    when: dpiaDue,
    must: (f) =>
      holds(f.dpia.done) &&
      ofThisVersion(f, f.dpia.versionHash) &&
      holds(f.dpia.description) &&
      holds(f.dpia.necessity) &&
      holds(f.dpia.risks) &&
      holds(f.dpia.measures),
  },
  {
    id: 'EU-GDPR-35-02',
    when: dpiaDue,
    must: (f) => {
      const appointed = f.organisation.dpoAppointed;
      if (holds(appointed)) return adviceHolds(f);
      return lacks(appointed) && lacks(f.organisation.publicBody) && lacks(f.organisation.largeScaleCore);
    },
  },
  {
    id: 'EU-GDPR-35-03',
    when: (f) => truth(f.dpia.done),
    must: (f) => holds(f.dpia.reviewDue) && notAfter(f.today, f.dpia.reviewDue) === true,
  },
  {
    id: 'EU-GDPR-36-01',
    when: (f) => equals(f.dpia.residualRisk, 'high'),
    must: (f) => equals(f.dpia.priorConsultation, 'cleared'),
  },
];

/** GDPR 44 to 49: transfers. */
export const TRANSFER_RULES: readonly Rule[] = [
  { id: 'EU-GDPR-44-01', when: (f) => notEmpty(f.transfers), must: (f) => every(f.transfers, (x) => transferHolds(x, f.today)) },
  {
    id: 'EU-GDPR-44-02',
    when: (f) => some(f.transfers, (x) => oneOf(x.mechanism, ['scc', 'bcr'])),
    must: (f) =>
      everyWhere(
        f.transfers,
        (x) => oneOf(x.mechanism, ['scc', 'bcr']),
        (x) => holds(x.transferImpactAssessmentDone) && (x.mechanism === 'bcr' || x.sccVersion === '2021/914'),
      ),
  },
];
