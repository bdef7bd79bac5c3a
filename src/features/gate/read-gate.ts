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
import { together, type Tx } from '../../platform/database/index.js';
import { assessmentFacts, type AssessmentFacts, openCarriageTo } from '../assessments/index.js';
import { readCaseFacts, representationFacts, type RepresentationFacts } from '../consultation/index.js';
import { noticeFacts, type NoticeFacts } from '../notices/index.js';
import { handlingFacts } from '../objections/index.js';
import { organisationFacts } from '../people/index.js';
import { acceptedFingerprints, dossierFacts, readVersion, type Version } from '../tools/index.js';
import { approvedSettings, settingsHashOf } from './approved-sheet.js';
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

type Acts = Awaited<ReturnType<typeof readActs>>;
interface Read extends Omit<Acts, 'consultation'> {
  readonly version: Version;
  readonly accepted: readonly string[];
  readonly consultation: RepresentationFacts;
  readonly dossier: Dossier;
}

/** What was done and said about a version. None of it waits for the rest. */
const readActs = (tx: Tx, version: Version, accepted: readonly string[]) => {
  const { id, toolId, fingerprint } = version;
  return together({
    activation: findActivation(tx, toolId),
    suspension: findSuspension(tx, toolId),
    warnings: acceptedWarnings(tx, toolId, fingerprint),
    platformActive: platformIsActive(tx),
    carriage: version.amends ? openCarriageTo(tx, id) : Promise.resolve(null),
    assessment: assessmentFacts(tx, version, accepted),
    notice: noticeFacts(tx, version, accepted),
    handling: handlingFacts(tx, version, personOutIsProven(tx, toolId)),
    consultation: readCaseFacts(tx, toolId, accepted),
    organisation: organisationFacts(tx),
    ranAt: hasEverRun(tx, id),
    configHash: configHash(tx, toolId, fingerprint, settingsHashOf(approvedSettings(version))),
  });
};

const readFacts = async (tx: Tx, versionId: string, now: Date): Promise<Read> => {
  const version = await readVersion(tx, versionId);
  const accepted = await acceptedFingerprints(tx, version.toolId, version.fingerprint);
  const acts = await readActs(tx, version, accepted);
  const base = baseDossier(version, acts, now);
  const consultation = representationFacts(acts.consultation, version, now, {
    ...attachmentStates(version, base, acts.assessment),
    activeSince: acts.activation?.version_id === versionId ? acts.activation.activated_at : null,
  });
  const organisation = { ...base.organisation, ...consultation.agreement };
  const dossier = completeShape({ ...base, organisation, representation: consultation.representation });
  return { ...acts, version, accepted, consultation, dossier };
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
  const { version, accepted, dossier, activation, suspension, warnings, assessment, consultation, notice, platformActive } = read;
  const derived = deriveGate({
    dossier,
    evaluation: evaluateCapabilities(dossier, version.capabilities),
    checks: ownChecks(read),
    chain: chainOf(read),
    acceptedWarnings: warnings.rules,
    carriage: read.carriage,
    limits: compileLimits([...assessment.limits, ...consultation.limits]),
  });
  const state = toolStateOf(derived, {
    registered: version.registeredAt !== null,
    active: activation !== null,
    suspendedBy: suspension?.cause ?? null,
    runsWithoutConsent: version.tool.runsWithoutConsent,
  });
  const { declarations } = version;
  const facts = { version, accepted, dossier, assessment, consultation, notice, activation, suspension };
  return { ...derived, ...facts, declarations, platformActive, state, warningsAcceptedBy: warnings.by };
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

/** The dossier in exchange form without what the council and the director did: the answers, and over them what each feature's acts say. */
const baseDossier = (version: Version, acts: Acts, now: Date): Dossier => {
  const { assessment, notice, handling, ranAt } = acts;
  const today = dayOf(now);
  const answers = dossierFacts(version);
  const told = (code: string | null | undefined): boolean => notice.notifiedPurposes.includes(code ?? '');
  return {
    ...answers,
    today,
    purposes: answers.purposes?.map((purpose) => ({ ...purpose, notifiedBeforeReuse: told(purpose.code) })) ?? null,
    organisation: acts.organisation,
    dpia: { ...answers.dpia, ...assessment.dpia },
    dpoAdvice: assessment.dpoAdvice,
    notice: { ...answers.notice, ...notice.notice },
    objectionHandling: { ...answers.objectionHandling, ...handling.objectionHandling },
    runtime: {
      ...answers.runtime,
      configHash: acts.configHash,
      activationOn: ranAt ? dayOf(ranAt) : today,
      actualUses: null,
      actualCategories: null,
      openObjections: [],
      isRenewal: version.isRenewal,
    },
  };
};
