import type { Open, Words } from './dossier-tool.js';

export type Purpose = Open<{
  code: string;
  specific: boolean;
  description: string;
  descriptionEn: string;
  subjects: Words;
  legalBasis: string;
  legalBasisReference: string;
  balancingTest: Open<{ interest: string; necessity: string; balance: string; signedBy: string }>;
  retention: Open<{ criterion: string; criterionEn: string; maxDays: number; justification: string; autoDelete: boolean }>;
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
  thirdParty: Open<{
    atStart: boolean;
    purposesTold: boolean;
    fullNoticeLink: boolean;
    key: string;
    otherChannel: string;
    otherChannelEn: string;
    noCallback: string;
    noCallbackEn: string;
  }>;
}>;
export type ObjectionHandling = Open<{
  rightsChannels: Words;
  slaDays: number;
  perPersonPause: boolean;
  optOut: Open<{ available: boolean; reason: string; reasonEn: string }>;
  repReportIdentities: boolean;
  repReportMinGroup: number;
  anonymousChannel: boolean;
  noRetaliationRule: boolean;
}>;
export type OpenObjection = Open<{ ageDays: number; suspended: boolean; extensionNotified: boolean }>;
