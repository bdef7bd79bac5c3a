import { dayOf } from '../../kernel/clock.js';
import {
  type ChainFacts,
  compileLimits,
  completeShape,
  type Declarations,
  type Dossier,
  evaluateCapabilities,
  missingItems,
  type OwnChecks,
} from '../../policy/index.js';
import type { Tx } from '../../platform/database/index.js';
import { assessmentFacts, type AssessmentFacts, openCarriageTo } from '../assessments/index.js';
import { representationFacts, type RepresentationFacts } from '../consultation/index.js';
import { noticeFacts, type NoticeFacts } from '../notices/index.js';
import { handlingFacts } from '../objections/index.js';
import { organisationFacts } from '../people/index.js';
import { acceptedFingerprints, dossierFacts, readVersion, type Version } from '../tools/index.js';
import { deriveGate, type Derived } from './domain/gate.js';
import { type ToolState, toolStateOf } from './domain/standing.js';
import {
  acceptedWarnings,
  type ActivationRow,
  findActivation,
  findSuspension,
  hasEverRun,
  platformIsActive,
  type SuspensionRow,
} from './gate.repository.js';
import { personOutIsProven } from './orders.repository.js';
import { configHash } from './reports.repository.js';

/** Everything that is known about one version at one instant, and what follows from it. */
export interface Gate extends Derived {
  readonly version: Version;
  readonly accepted: readonly string[];
  readonly assessment: AssessmentFacts;
  readonly consultation: RepresentationFacts;
  readonly notice: NoticeFacts;
  readonly activation: ActivationRow | null;
  readonly suspension: SuspensionRow | null;
  readonly platformActive: boolean;
  readonly state: ToolState;
  readonly declarations: Declarations;
  /** Who accepted a warning of this version: never who activates it. */
  readonly warningsAcceptedBy: readonly string[];
}

interface Read {
  readonly version: Version;
  readonly accepted: readonly string[];
  readonly assessment: AssessmentFacts;
  readonly notice: NoticeFacts;
  readonly handling: Awaited<ReturnType<typeof handlingFacts>>;
  readonly consultation: RepresentationFacts;
  readonly activation: ActivationRow | null;
  readonly dossier: Dossier;
}

const readFacts = async (tx: Tx, versionId: string, now: Date): Promise<Read> => {
  const version = await readVersion(tx, versionId);
  const accepted = await acceptedFingerprints(tx, version.toolId, version.fingerprint);
  const activation = await findActivation(tx, version.toolId);
  const assessment = await assessmentFacts(tx, version, accepted);
  const notice = await noticeFacts(tx, version, accepted);
  const handling = await handlingFacts(tx, version, await personOutIsProven(tx, version.toolId));
  const base = await baseDossier(tx, now, { version, assessment, notice, handling });
  const consultation = await representationFacts(tx, version, accepted, now, {
    ...attachmentStates(version, base, assessment),
    activeSince: activation?.version_id === versionId ? activation.activated_at : null,
  });
  const organisation = { ...base.organisation, ...consultation.agreement };
  const dossier = completeShape({ ...base, organisation, representation: consultation.representation });
  return { version, accepted, activation, assessment, notice, handling, consultation, dossier };
};

const chainOf = ({ assessment, consultation: { proofs, representation }, notice }: Read): ChainFacts => ({
  ...assessment.chain,
  requestSent: proofs.requestId !== null || proofs.claimId !== null || proofs.frameworkConsentId !== null,
  decisionRecorded: representation.decision != null,
  finalDecided: proofs.finalDecisionId !== null,
  noticePublished: notice.proofs.noticeId !== null,
});

const ownChecks = ({ assessment, consultation: { checks }, handling }: Read): OwnChecks => ({
  E6: assessment.checks.E6,
  E7: checks.E7.holds,
  E8: checks.E8.holds,
  E9: checks.E9.holds,
  E10: checks.E10.holds,
  E12: handling.checks.E12,
});

/** Reads the facts of a version, evaluates them, and says what is missing. The number of queries does not grow with people or acts. */
export const gateOf = async (tx: Tx, versionId: string, now: Date): Promise<Gate> => {
  const read = await readFacts(tx, versionId, now);
  const { version, dossier, activation, assessment, consultation } = read;
  const suspension = await findSuspension(tx, version.toolId);
  const warnings = await acceptedWarnings(tx, version.toolId, version.fingerprint);
  const derived = deriveGate({
    dossier,
    evaluation: evaluateCapabilities(dossier, version.capabilities),
    checks: ownChecks(read),
    chain: chainOf(read),
    acceptedWarnings: warnings.rules,
    carriage: version.amends ? await openCarriageTo(tx, version.id) : null,
    limits: compileLimits([...assessment.limits, ...consultation.limits]),
  });
  const state = toolStateOf(derived, {
    registered: version.registeredAt !== null,
    active: activation !== null,
    suspendedBy: suspension?.cause ?? null,
    runsWithoutConsent: version.tool.runsWithoutConsent,
  });
  const { declarations } = version;
  return {
    ...derived,
    ...read,
    declarations,
    suspension,
    platformActive: await platformIsActive(tx),
    state,
    warningsAcceptedBy: warnings.by,
  };
};

/** Whether each paper that goes with a request is there. */
export const attachmentStates = (version: Version, dossier: Dossier, assessment: AssessmentFacts) => ({
  dpiaFixed: assessment.chain.dpiaFixed,
  adviceReceived: assessment.chain.adviceGiven,
  agreementsAttached: processorKeys(version).every((key) => agreementFiles(version).some(({ item }) => item === key)),
  noticeDraftComplete: missingItems(dossier).length === 0,
  residualRisk: dossier.dpia?.residualRisk ?? null,
});

export const agreementFiles = (version: Version) => version.files.filter(({ kind }) => kind === 'processing_agreement');

/** The keys of the processors' rows, in their order. */
export const processorKeys = (version: Version): readonly string[] => {
  const keys = version.answers.find(({ attribute, item }) => attribute === 'processors' && item === '')?.value;
  return Array.isArray(keys) ? keys.filter((key) => typeof key === 'string') : [];
};

interface Parts {
  readonly version: Version;
  readonly assessment: AssessmentFacts;
  readonly notice: NoticeFacts;
  readonly handling: Awaited<ReturnType<typeof handlingFacts>>;
}

/** The dossier in exchange form without what the council and the director did: the answers, and over them what each feature's acts say. */
const baseDossier = async (tx: Tx, now: Date, { version, assessment, notice, handling }: Parts): Promise<Dossier> => {
  const today = dayOf(now);
  const answers = dossierFacts(version);
  const ranAt = await hasEverRun(tx, version.id);
  const told = (code: string | null | undefined): boolean => notice.notifiedPurposes.includes(code ?? '');
  return {
    ...answers,
    today,
    purposes: answers.purposes?.map((purpose) => ({ ...purpose, notifiedBeforeReuse: told(purpose.code) })) ?? null,
    organisation: await organisationFacts(tx),
    dpia: { ...answers.dpia, ...assessment.dpia },
    dpoAdvice: assessment.dpoAdvice,
    notice: { ...answers.notice, ...notice.notice },
    objectionHandling: { ...answers.objectionHandling, ...handling.objectionHandling },
    runtime: {
      ...answers.runtime,
      configHash: await configHash(tx, version.toolId, version.fingerprint),
      activationOn: ranAt ? dayOf(ranAt) : today,
      actualUses: null,
      actualCategories: null,
      openObjections: [],
      isRenewal: version.isRenewal,
    },
  };
};
