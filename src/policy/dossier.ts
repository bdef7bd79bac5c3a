import { section, type Loose } from './reading.js';

/** Every attribute may be unanswered; null and missing are the same thing. */
type Open<T> = { readonly [K in keyof T]?: T[K] | null };
type Words = readonly string[];

export type Organisation = Open<{
  jurisdiction: string;
  headcount: number;
  representativeBody: string;
  staffRepresentationExtraPowers: Words;
  publicBody: boolean;
  largeScaleCore: boolean;
  dpoAppointed: boolean;
  trustedPerson: boolean;
  workforceLanguages: Words;
  collectiveAgreementReference: string;
  collectiveAgreementSubstantive: boolean;
  worksCouncilExemptionReference: string;
}>;
export type DataCategory = Open<{
  code: string;
  source: string;
  specialCategory: string;
  art9Condition: string;
  criminal: boolean;
  purposes: Words;
}>;
export type VendorClaim = Open<{ claim: string; evidence: string; reliedOn: boolean; contradictedByAuthority: boolean }>;
export type Recipient = Open<{ role: string; personsMax: number; needToKnow: boolean }>;
export type Tool = Open<{
  name: string;
  vendor: string;
  version: string;
  category: string;
  suitableForMonitoring: boolean;
  groupScope: string;
  scope: Open<{ units: Words; persons: Words }>;
  leaseMinutes: number;
  covert: boolean;
  dataSubjects: Words;
  deviceOwnership: Words;
  containerised: boolean;
  telecomActGround: string;
  controllerRole: string;
  dataCategories: readonly DataCategory[];
  criminalDataReference: string;
  behaviourDetection: boolean;
  profiling: boolean;
  biometricClassification: string;
  vendorClaims: readonly VendorClaim[];
  automatedDecisions: Open<{
    solelyAutomated: boolean;
    significantEffect: boolean;
    exceptionReference: string;
    humanReview: boolean;
    contestRoute: string;
    payOrDisciplineFromRawMetric: boolean;
  }>;
  ai: Open<{
    isAi: boolean;
    classification: string;
    classificationReason: string;
    humanOversight: boolean;
    logDays: number;
    instructionsOnFile: boolean;
  }>;
  emotion: Open<{ inferredByAi: boolean; medicalOrSafetyOnly: boolean }>;
  recipients: readonly Recipient[];
  unneededFeaturesOff: boolean;
}>;
export type Subprocessor = Open<{ name: string; country: string; authorised: boolean }>;
export type Processor = Open<{
  name: string;
  country: string;
  processingAgreementSigned: boolean;
  processingAgreementComplete: boolean;
  ownPurposes: boolean;
  separateControllerAssessed: boolean;
  subprocessors: readonly Subprocessor[];
}>;
export type Transfer = Open<{
  country: string;
  mechanism: string;
  validUntil: string;
  recipientCertified: boolean;
  sccVersion: string;
  transferImpactAssessmentDone: boolean;
}>;
export type Capture = Open<{
  modes: Words;
  contentLevel: number;
  audio: boolean;
  video: boolean;
  location: boolean;
  stores: boolean;
  sampling: Open<{ rate: number; random: boolean; appliedAt: string; reviewers: Words }>;
  buffer: Open<{ lengthSeconds: number; declared: boolean; triggerCriteria: string; startSignal: boolean; justifiedMaxSeconds: number }>;
  liveView: Open<{ declared: boolean; announced: boolean; logged: boolean; who: Words }>;
  signal: string;
  onDeviceAnonymisation: boolean;
  preprocessingDeclared: boolean;
  pause: Open<{ required: Words; live: Words; postEdit: Words; audibleWhilePaused: boolean }>;
  audioNonParticipants: boolean;
  schedule: Open<{ workingHoursOnly: boolean; breaksExcluded: boolean; timezone: string }>;
  householdProtection: string;
}>;
export type PlaceProfile = Open<{
  enabled: boolean;
  contentLevel: number;
  modeRank: number;
  samplingRate: number;
  intervalSeconds: number;
  audioVideo: boolean;
  liveView: boolean;
  retentionDays: number;
  viewers: number;
}>;
export type Purpose = Open<{
  code: string;
  specific: boolean;
  description: string;
  subjects: Words;
  legalBasis: string;
  legalBasisReference: string;
  balancingTest: Open<{ interest: string; necessity: string; balance: string; signedBy: string }>;
  retention: Open<{ criterion: string; maxDays: number; justification: string; autoDelete: boolean }>;
  effectiveness: Open<{ metric: string; baseline: string; evidence: string }>;
  secondaryOf: string;
  compatibility: string;
  notifiedBeforeReuse: boolean;
  optOut: boolean;
}>;
export type Alternative = Open<{ description: string; lessIntrusive: boolean; effectiveEnough: boolean; rejectedReason: string }>;
export type Barbulescu = Open<{
  priorNotice: string;
  extent: string;
  legitimateReason: string;
  lessIntrusive: string;
  consequences: string;
  safeguards: string;
}>;
export type Assessment = Open<{
  alternatives: readonly Alternative[];
  reliesOnTechnicalImpossibility: boolean;
  marketAlternativeExists: boolean;
  contentJustification: string;
  classificationReasoned: string;
  biasTest: string;
  biometric: Open<{ purpose: string; necessary: boolean; alternativeOffered: boolean }>;
  parityException: Open<{ securityMeasure: string; dpoEndorsed: boolean }>;
  barbulescu: Barbulescu;
}>;
export type Dpia = Open<{
  done: boolean;
  versionHash: string;
  description: boolean;
  necessity: boolean;
  risks: boolean;
  measures: boolean;
  viewsSought: string;
  residualRisk: string;
  priorConsultation: string;
  reviewDue: string;
}>;
export type DpoAdvice = Open<{
  advice: string;
  versionHash: string;
  deviationReason: string;
  requestedOn: string;
  advisedOn: string;
  conditions: Words;
}>;
export type Condition = Open<{ text: string; inFinalDecision: boolean; fulfilled: boolean }>;
export type Representation = Open<{
  route: string;
  exemption: Open<{ confirmedOn: string; courtReference: string }>;
  request: Open<{
    submittedOn: string;
    written: boolean;
    reasons: boolean;
    consequences: boolean;
    grounds: Words;
    attachmentsComplete: boolean;
  }>;
  meetings: Words;
  decision: string;
  decidedOn: string;
  decisionWritten: boolean;
  decisionReasoned: boolean;
  decidedByBody: boolean;
  conditions: readonly Condition[];
  expiresOn: string;
  versionHash: string;
  final: Open<{ written: boolean; communicatedOn: string; effectiveOn: string }>;
  nullity: Open<{ periodStartedOn: string; invokedOn: string; status: string }>;
  court: Open<{ outcome: string; ground: string }>;
  consultedOn: string;
  personnelMeetingOn: string;
  quarterAffected: boolean;
  adviceAsked: boolean;
  aiInformedOn: string;
  bodyLevel: string;
}>;
export type Notice = Open<{
  contentItems: Words;
  purposes: Words;
  retentionStatedFor: Words;
  publishedOn: string;
  undeliveredActive: number;
  languages: Words;
  objectionSeparate: boolean;
  thirdParty: Open<{ atStart: boolean; purposesTold: boolean; fullNoticeLink: boolean }>;
}>;
export type ObjectionHandling = Open<{
  rightsChannels: Words;
  slaDays: number;
  perPersonPause: boolean;
  optOut: Open<{ available: boolean; reason: string }>;
  repReportIdentities: boolean;
  repReportMinGroup: number;
  anonymousChannel: boolean;
  noRetaliationRule: boolean;
}>;
export type OpenObjection = Open<{ ageDays: number; suspended: boolean; extensionNotified: boolean }>;

/** Everything a rule may look at, in the names of the exchange format. */
export type Dossier = Open<{
  today: string;
  dossier: Open<{ versionHash: string; processingRecordEntryId: string }>;
  organisation: Organisation;
  tool: Tool;
  capture: Capture;
  home: PlaceProfile;
  office: PlaceProfile;
  purposes: readonly Purpose[];
  transfers: readonly Transfer[];
  processors: readonly Processor[];
  security: Open<{ rbac: boolean; mfa: boolean; encryption: boolean; accessLog: boolean; breachProcedure: string }>;
  assessment: Assessment;
  dpia: Dpia;
  dpoAdvice: DpoAdvice;
  representation: Representation;
  notice: Notice;
  objectionHandling: ObjectionHandling;
  covertCheck: Open<{
    reasonableSuspicion: boolean;
    otherMeansExhausted: boolean;
    periodStart: string;
    periodEnd: string;
    informAfterwards: boolean;
    informedOn: string;
  }>;
  runtime: Open<{
    configHash: string;
    activationOn: string;
    actualUses: Words;
    actualCategories: Words;
    openObjections: readonly OpenObjection[];
    isRenewal: boolean;
    investigation: Open<{ suspicionDocumented: boolean; maxDays: number }>;
  }>;
  /** The approved settings sheet: in the fingerprint, read by no rule. */
  settings: readonly Open<{ name: string; value: string }>[];
}>;

/** A dossier as the rules read it: no part is trusted to have its type. */
export type Facts = { readonly [K in keyof Dossier]-?: Loose<Dossier[K]> };

const isObject = (value: unknown): value is Dossier => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Anything that is no object is read as an empty dossier. */
export const readFacts = (given: unknown): Facts => {
  const d: Dossier = isObject(given) ? given : {};
  return {
    today: d.today ?? null,
    dossier: section(d.dossier),
    organisation: section(d.organisation),
    tool: section(d.tool),
    capture: section(d.capture),
    home: section(d.home),
    office: section(d.office),
    purposes: d.purposes ?? null,
    transfers: d.transfers ?? null,
    processors: d.processors ?? null,
    security: section(d.security),
    assessment: section(d.assessment),
    dpia: section(d.dpia),
    dpoAdvice: section(d.dpoAdvice),
    representation: section(d.representation),
    notice: section(d.notice),
    objectionHandling: section(d.objectionHandling),
    covertCheck: section(d.covertCheck),
    runtime: section(d.runtime),
    settings: d.settings ?? null,
  };
};
