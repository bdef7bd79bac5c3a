import type { Dossier } from '../../../policy/index.js';
import { proposalsOf } from './proposals.js';
import { DATA_LEAK, FEELS_WATCHED, TOO_MANY_VIEWERS, WRONG_SUSPICION } from './risks.catalogue.js';
import type { Starter } from './starter.js';
import { ONE_SUPPLIER, OPT_OUT, sixAnswers, USUAL_CAPTURE, USUAL_SECURITY, USUAL_TOOL } from './usual-facts.js';

const SUBJECTS = ['employees', 'customers'] as const;
const NO_HOME = {
  contentLevel: 0,
  modeRank: 0,
  samplingRate: 0,
  audioVideo: false,
  liveView: false,
  retentionDays: 0,
  viewers: 0,
} as const;
const NO_PAUSE = { required: [], live: [], postEdit: [], audibleWhilePaused: false } as const;

const SHOP: Dossier = {
  home: NO_HOME,
  transfers: [],
  processors: ONE_SUPPLIER,
  security: USUAL_SECURITY,
  objectionHandling: OPT_OUT,
};

export const SELF_CHECKOUT_LIVE: Starter = {
  code: 'self-checkout-live',
  name: { nl: 'Schermen bij de zelfscankassa, live mee te kijken', en: 'Self-checkout screens with live view' },
  summary: {
    nl: 'Klanten zien zichzelf en het personeel kijkt mee. Ook zonder opname is dit verwerken. Dit mag zo niet aan: de noodzaak ontbreekt.',
    en: 'Customers see themselves and staff watch. Even without recording this is processing. Not like this: the need is not shown.',
  },
  answers: proposalsOf({
    ...SHOP,
    tool: {
      ...USUAL_TOOL,
      dataSubjects: SUBJECTS,
      dataCategories: [{ code: 'live_image', source: 'observed', specialCategory: null, criminal: false, purposes: ['security'] }],
      recipients: [{ role: 'shop_staff', personsMax: 6, needToKnow: true }],
    },
    capture: {
      ...USUAL_CAPTURE,
      modes: ['live_view'],
      contentLevel: 2,
      video: true,
      stores: false,
      signal: 'per_event',
      pause: NO_PAUSE,
      liveView: { declared: false, announced: false, logged: false, who: ['shop_staff'] },
    },
    office: {
      enabled: true,
      contentLevel: 2,
      modeRank: 4,
      samplingRate: 0,
      audioVideo: true,
      liveView: true,
      retentionDays: 1,
      viewers: 6,
    },
    purposes: [
      {
        code: 'security',
        description: 'Minder diefstal bij de zelfscankassa.',
        specific: true,
        subjects: SUBJECTS,
        legalBasis: 'legitimate_interest',
        balancingTest: { interest: 'Diefstal voorkomen.' },
        retention: { criterion: 'Er wordt niets bewaard. Het beeld is weg zodra het scherm ververst.', maxDays: 1, autoDelete: true },
      },
    ],
    assessment: {
      alternatives: [
        {
          description: 'Meer personeel bij de kassa en beveiligde verpakkingen.',
          lessIntrusive: true,
          effectiveEnough: true,
          rejectedReason: 'Kost meer.',
        },
      ],
      reliesOnTechnicalImpossibility: false,
      contentJustification: 'Een scherm zonder beeld schrikt volgens de winkel niet af.',
      barbulescu: sixAnswers({
        extent: 'Beeld van klanten en kassapersoneel zolang de winkel open is.',
        legitimateReason: 'De winkel wil minder diefstal.',
        lessIntrusive: 'Meer personeel en beveiligde verpakkingen werken ook.',
        consequences: 'Het personeel spreekt een klant aan.',
      }),
    },
  }),
  capabilities: [
    { code: 'site_cameras_live', can: true, isOn: true, reach: 'two_persons' },
    { code: 'site_cameras', can: true, isOn: false, reach: 'two_persons' },
    { code: 'behaviour_analysis', can: true, isOn: false, reach: 'two_persons' },
  ],
  sheet: [
    {
      name: 'live_view',
      value: 'on',
      meaning: { nl: 'Het personeel kan live meekijken.', en: 'Staff can watch live.' },
      stricterIs: 'off',
    },
    {
      name: 'recording',
      value: 'off',
      meaning: { nl: 'Het systeem bewaart geen beeld.', en: 'The system keeps no pictures.' },
      stricterIs: 'off',
    },
  ],
  dpia: { risks: [FEELS_WATCHED, WRONG_SUSPICION, TOO_MANY_VIEWERS] },
};

export const SMART_CAMERAS: Starter = {
  code: 'smart-cameras',
  name: { nl: 'Slimme camera’s in een winkel', en: 'Smart cameras in a shop' },
  summary: {
    nl: 'Software herkent ‘verdacht’ bewegen. Dit mag zo niet aan: wat de leverancier belooft is niet getest en een verdenking mag niet zomaar worden bewaard.',
    en: 'Software recognises "suspicious" movement. Not like this: what the supplier promises was not tested and a suspicion may not simply be kept.',
  },
  answers: proposalsOf({
    ...SHOP,
    tool: {
      ...USUAL_TOOL,
      dataSubjects: SUBJECTS,
      behaviourDetection: true,
      ai: { classification: 'other', classificationReason: 'De software let op winkelgedrag en beoordeelt geen prestaties van personeel.' },
      vendorClaims: [{ claim: 'not_biometric', reliedOn: true, evidence: 'vendor_statement', contradictedByAuthority: true }],
      dataCategories: [
        { code: 'camera_image', source: 'observed', specialCategory: null, criminal: false, purposes: ['security'] },
        { code: 'suspicion_alert', source: 'inferred', specialCategory: null, criminal: true, purposes: ['security'] },
      ],
      recipients: [{ role: 'shop_security', personsMax: 3, needToKnow: true }],
    },
    capture: { ...USUAL_CAPTURE, modes: ['continuous'], contentLevel: 2, video: true, signal: 'per_event', pause: NO_PAUSE },
    office: {
      enabled: true,
      contentLevel: 2,
      modeRank: 3,
      samplingRate: 1,
      audioVideo: true,
      liveView: false,
      retentionDays: 28,
      viewers: 3,
    },
    purposes: [
      {
        code: 'security',
        description: 'Diefstal in de winkel voorkomen en aantonen.',
        specific: true,
        subjects: SUBJECTS,
        legalBasis: 'legitimate_interest',
        balancingTest: {
          interest: 'De winkel verliest elk jaar veel aan diefstal.',
          necessity: 'Het personeel kan niet overal tegelijk zijn.',
          balance: 'employer',
        },
        retention: { criterion: 'Tot een incident is afgehandeld', maxDays: 28, autoDelete: true },
        effectiveness: { metric: 'Verlies door diefstal als deel van de omzet', baseline: 'Het verlies in het jaar voor de start' },
      },
    ],
    assessment: {
      alternatives: [
        {
          description: 'Gewone camera’s zonder herkenning van gedrag.',
          lessIntrusive: true,
          effectiveEnough: false,
          rejectedReason: 'Bij gewone camera’s ziet het personeel een diefstal meestal te laat.',
        },
      ],
      reliesOnTechnicalImpossibility: false,
      contentJustification: 'Zonder beeld is een diefstal niet te zien of aan te tonen.',
      barbulescu: sixAnswers({
        extent: 'De hele winkel, zolang hij open is. Ook het personeel is in beeld.',
        legitimateReason: 'De winkel wil minder diefstal.',
        lessIntrusive: 'Gewone camera’s zijn bekeken.',
        consequences: 'Bij een melding kijkt een beveiliger. Beelden van personeel worden niet gebruikt voor beoordeling.',
      }),
    },
  }),
  capabilities: [
    { code: 'site_cameras', can: true, isOn: true, reach: 'two_persons' },
    { code: 'behaviour_analysis', can: true, isOn: true, reach: 'two_persons' },
  ],
  sheet: [
    {
      name: 'behaviour_alerts',
      value: 'on',
      meaning: { nl: 'De software geeft een melding bij ‘verdacht’ bewegen.', en: 'The software gives an alert on "suspicious" movement.' },
      stricterIs: 'off',
    },
    {
      name: 'retention_days',
      value: '28',
      meaning: { nl: 'Na dit aantal dagen wist het systeem het beeld.', en: 'After this many days the system erases the pictures.' },
      stricterIs: 'lower',
    },
  ],
  dpia: { risks: [WRONG_SUSPICION, FEELS_WATCHED, DATA_LEAK] },
};
