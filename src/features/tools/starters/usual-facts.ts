import type { Dossier } from '../../../policy/index.js';

type Part<K extends keyof Dossier> = NonNullable<Dossier[K]>;

/** What most monitoring tools have in common. A starter says what is different. */
export const USUAL_TOOL: Part<'tool'> = {
  suitableForMonitoring: true,
  groupScope: 'group',
  covert: false,
  controllerRole: 'controller',
  dataSubjects: ['employees'],
  deviceOwnership: ['employer'],
  profiling: false,
  behaviourDetection: false,
  vendorClaims: [],
  automatedDecisions: { solelyAutomated: false, significantEffect: false, payOrDisciplineFromRawMetric: false },
  leaseMinutes: 15,
};

export const USUAL_CAPTURE: Part<'capture'> = {
  audio: false,
  video: false,
  location: false,
  stores: true,
  audioNonParticipants: false,
  onDeviceAnonymisation: false,
  schedule: { workingHoursOnly: true, breaksExcluded: true, timezone: 'Europe/Amsterdam' },
  pause: { required: ['break'], live: ['break'], postEdit: [], audibleWhilePaused: false },
  householdProtection: null,
  buffer: { lengthSeconds: 0 },
};

export const RECORDED_CALLS: Part<'capture'> = {
  ...USUAL_CAPTURE,
  contentLevel: 2,
  audio: true,
  signal: 'per_event',
  pause: { required: ['hold', 'mute', 'break'], live: ['hold', 'mute', 'break'], postEdit: [], audibleWhilePaused: false },
  householdProtection: 'headset_only',
};

export const USUAL_SECURITY: Part<'security'> = {
  rbac: true,
  mfa: true,
  encryption: true,
  accessLog: true,
  breachProcedure: 'Een datalek gaat direct naar de FG en de privacy officer. Binnen 72 uur volgt zo nodig een melding aan de AP.',
};

/** One supplier in the Netherlands. HR fills in the name; the privacy officer says whether the agreement is signed. */
export const ONE_SUPPLIER: Part<'processors'> = [{ country: 'NL', ownPurposes: false, subprocessors: [] }];

interface Place {
  readonly contentLevel: number;
  readonly modeRank: number;
  readonly samplingRate?: number;
  readonly audioVideo?: boolean;
  readonly retentionDays: number;
  readonly viewers: number;
}
/** The same at home and at the office; whether anyone works at home is computed from the people in scope. */
export const sameAtHome = (place: Place): Pick<Dossier, 'home' | 'office'> => {
  const profile = { samplingRate: 0, audioVideo: false, liveView: false, ...place };
  return { home: profile, office: { enabled: true, ...profile } };
};

type Six = NonNullable<Part<'assessment'>['barbulescu']>;
/** The six questions. Telling people beforehand and the safeguards are mostly the same everywhere. */
export const sixAnswers = (own: Pick<Six, 'extent' | 'legitimateReason' | 'lessIntrusive' | 'consequences'> & Partial<Six>): Six => ({
  priorNotice:
    'Iedereen krijgt vooraf een bericht in gewone taal. Daarin staat wat wij vastleggen, waarom, hoe lang en wie het ziet. Het volgsysteem gaat daarna pas aan.',
  safeguards:
    'Alleen wie het nodig heeft, kan erbij. Inloggen gaat in 2 stappen. Wij leggen vast wie er keek. Wissen gaat vanzelf. Een bezwaar werkt direct.',
  ...own,
});

/** The base for what a municipality does to run and protect its own organisation. */
export const MUNICIPAL_BASIS = {
  legalBasis: 'public_task',
  legalBasisReference: 'Gemeentewet art. 160 lid 1 (dagelijks bestuur en ambtelijke organisatie); AVG art. 32 (beveiliging)',
} as const;

export const OPT_OUT: Part<'objectionHandling'> = { optOut: { available: true } };
