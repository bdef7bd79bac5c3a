/** Every attribute may be unanswered; null and missing are the same thing. */
export type Open<T> = { readonly [K in keyof T]?: T[K] | null };
export type Words = readonly string[];

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
