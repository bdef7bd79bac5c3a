import type { Dossier } from '../../../policy/index.js';
import { COUNTED_LOGINS } from './declared.catalogue.js';
import { proposalsOf } from './proposals.js';
import { DATA_LEAK, FEELS_WATCHED, HOME_LIFE_SEEN, HOUSEHOLD_HEARD, TOO_MANY_VIEWERS, USED_FOR_APPRAISAL } from './risks.catalogue.js';
import type { Starter } from './starter.js';
import { ONE_SUPPLIER, OPT_OUT, sameAtHome, sixAnswers, USUAL_CAPTURE, USUAL_SECURITY, USUAL_TOOL } from './usual-facts.js';

const LOGIN: Dossier = {
  tool: {
    ...USUAL_TOOL,
    dataCategories: [{ code: 'login_time', source: 'observed', specialCategory: null, criminal: false, purposes: ['attendance'] }],
    recipients: [{ role: 'team_planner', personsMax: 1, needToKnow: true }],
  },
  capture: { ...USUAL_CAPTURE, modes: ['event_triggered'], contentLevel: 1 },
  ...sameAtHome({ contentLevel: 1, modeRank: 1, retentionDays: 45, viewers: 1 }),
  purposes: [
    {
      code: 'attendance',
      description: 'Wij zien of er genoeg mensen zijn ingelogd om klanten te helpen.',
      specific: true,
      subjects: ['employees'],
      legalBasis: 'legitimate_interest',
      balancingTest: {
        interest: 'Klanten kunnen ons bereiken op de uren die wij beloven.',
        necessity: 'Alleen het moment van in- en uitloggen is nodig. Meer leggen wij niet vast.',
        balance: 'employer',
      },
      retention: { criterion: 'Tot de maand is afgesloten', maxDays: 45, autoDelete: true },
      effectiveness: { metric: 'Aantal diensten met te weinig mensen', baseline: 'Het aantal in de 3 maanden voor de start' },
    },
  ],
  transfers: [],
  processors: ONE_SUPPLIER,
  security: USUAL_SECURITY,
  objectionHandling: OPT_OUT,
  assessment: {
    alternatives: [
      {
        description: 'Elk team spreekt zelf af wie wanneer bereikbaar is.',
        lessIntrusive: true,
        effectiveEnough: false,
        rejectedReason: 'Dat werkte binnen 1 team. Bij drukte tussen teams bleek pas na de dienst dat er te weinig mensen waren.',
      },
    ],
    reliesOnTechnicalImpossibility: false,
    marketAlternativeExists: true,
    barbulescu: sixAnswers({
      extent: 'Alleen het moment van inloggen en uitloggen. Geen schermen, geen toetsen, geen plaats. Thuis hetzelfde als op kantoor.',
      legitimateReason: 'Wij moeten op drukke uren genoeg mensen hebben om klanten te helpen.',
      lessIntrusive: 'Afspraken in het team zijn geprobeerd. Die lieten een tekort pas na de dienst zien.',
      consequences: 'De planner schuift met diensten. Niemand wordt beoordeeld op de tijden.',
    }),
  },
};

export const HOME_LOGIN: Starter = {
  code: 'home-login',
  name: { nl: 'Aanmeldregistratie thuiswerken', en: 'Home login registration' },
  summary: {
    nl: 'Het moment van in- en uitloggen, thuis en op kantoor hetzelfde. Om te zien of er genoeg mensen bereikbaar zijn.',
    en: 'The moment of signing in and out, the same at home and at the office. To see whether enough people can be reached.',
  },
  answers: proposalsOf(LOGIN),
  capabilities: [
    { code: 'sign_in_times', can: true, isOn: true, reach: 'two_persons' },
    { code: 'screenshots', can: false, isOn: false, reach: 'nobody' },
    { code: 'place', can: false, isOn: false, reach: 'nobody' },
  ],
  sheet: [
    {
      name: 'events',
      value: 'sign_in,sign_out',
      meaning: { nl: 'Alleen inloggen en uitloggen worden vastgelegd.', en: 'Only signing in and signing out are captured.' },
      stricterIs: null,
    },
    {
      name: 'working_hours_lock',
      value: 'on',
      meaning: {
        nl: 'Buiten werktijd en in pauzes legt het systeem niets vast.',
        en: 'Outside working hours and in breaks the system captures nothing.',
      },
      stricterIs: 'on',
    },
    {
      name: 'device_name',
      value: 'off',
      meaning: { nl: 'De naam van de laptop wordt niet vastgelegd.', en: 'The name of the laptop is not captured.' },
      stricterIs: 'off',
    },
    {
      name: 'retention_days',
      value: '45',
      meaning: { nl: 'Na dit aantal dagen wist het systeem de tijden.', en: 'After this many days the system erases the times.' },
      stricterIs: 'lower',
    },
  ],
  declared: COUNTED_LOGINS,
  dpia: { risks: [USED_FOR_APPRAISAL, HOME_LIFE_SEEN, TOO_MANY_VIEWERS] },
};

export const HOME_SCREENSHOTS: Starter = {
  code: 'home-screenshots',
  name: { nl: 'Schermafbeeldingen bij thuiswerken', en: 'Screenshots at home' },
  summary: {
    nl: 'Elke 5 minuten een foto van het scherm, alleen thuis. Dit mag niet aan: thuis is het strenger dan op kantoor.',
    en: 'A picture of the screen every 5 minutes, at home only. It may not be switched on: home is watched more strictly than the office.',
  },
  answers: proposalsOf({
    ...LOGIN,
    tool: {
      ...USUAL_TOOL,
      automatedDecisions: { solelyAutomated: false, significantEffect: true, payOrDisciplineFromRawMetric: true },
      dataCategories: [{ code: 'screen_image', source: 'observed', specialCategory: null, criminal: false, purposes: ['productivity'] }],
      recipients: [{ role: 'team_lead', personsMax: 1, needToKnow: true }],
    },
    capture: { ...USUAL_CAPTURE, modes: ['continuous'], contentLevel: 2, signal: 'per_event' },
    home: {
      contentLevel: 2,
      modeRank: 3,
      intervalSeconds: 300,
      samplingRate: 1,
      audioVideo: false,
      liveView: false,
      retentionDays: 14,
      viewers: 1,
    },
    office: { enabled: false },
    purposes: [
      {
        code: 'productivity',
        description: 'De leidinggevende wil zien of mensen thuis doorwerken.',
        specific: true,
        subjects: ['employees'],
        legalBasis: 'legitimate_interest',
        balancingTest: { interest: 'Zien of mensen thuis werken.' },
        retention: { criterion: 'Tot het weekverslag is gemaakt', maxDays: 14, autoDelete: true },
        effectiveness: { metric: 'Afgemaakt werk per team', baseline: 'Het werk per team in het kwartaal voor de start' },
      },
    ],
    objectionHandling: { optOut: { available: false } },
    assessment: {
      alternatives: [
        {
          description: 'Afspraken maken over het resultaat en die elke week bespreken.',
          lessIntrusive: true,
          effectiveEnough: false,
          rejectedReason: 'Volgens de leidinggevende ziet hij dan niet wat iemand overdag doet.',
        },
      ],
      reliesOnTechnicalImpossibility: false,
      contentJustification: 'Volgens de leverancier laat alleen het beeld zien waaraan iemand werkt.',
      barbulescu: sixAnswers({
        extent: 'Elke 5 minuten het hele scherm, alleen thuis. Op kantoor gebeurt dit niet.',
        legitimateReason: 'De leidinggevende wil weten of mensen thuis werken.',
        lessIntrusive: 'Afspraken over het resultaat zijn genoemd, maar niet geprobeerd.',
        consequences: 'Minuten zonder beweging gaan van het loon af.',
      }),
    },
  }),
  capabilities: [
    { code: 'screenshots', can: true, isOn: true, reach: 'one_admin' },
    { code: 'keystrokes', can: true, isOn: false, reach: 'two_persons' },
    { code: 'webcam', can: false, isOn: false, reach: 'nobody' },
  ],
  sheet: [
    {
      name: 'interval_seconds',
      value: '300',
      meaning: { nl: 'Zo vaak maakt het systeem een foto van het scherm.', en: 'How often the system takes a picture of the screen.' },
      stricterIs: 'higher',
    },
    {
      name: 'places',
      value: 'home',
      meaning: { nl: 'Alleen op laptops van wie thuis werkt.', en: 'Only on laptops of people who work at home.' },
      stricterIs: null,
    },
    {
      name: 'idle_pay_deduction',
      value: 'on',
      meaning: { nl: 'Minuten zonder beweging gaan van het loon af.', en: 'Minutes without movement are deducted from pay.' },
      stricterIs: 'off',
    },
  ],
  dpia: { risks: [FEELS_WATCHED, HOME_LIFE_SEEN, DATA_LEAK] },
};

export const MOOD_HEADSET: Starter = {
  code: 'mood-headset',
  name: { nl: 'Headset die de stemming meet', en: 'Headset with mood detection' },
  summary: {
    nl: 'Software leidt de stemming af uit stem en achtergrondgeluid. Dit mag nooit aan: de Europese AI-verordening verbiedt het op het werk.',
    en: 'Software infers mood from voice and background sounds. It may never be switched on: the European AI Act forbids it at work.',
  },
  answers: proposalsOf({
    ...LOGIN,
    tool: {
      ...USUAL_TOOL,
      behaviourDetection: true,
      biometricClassification: 'biometric',
      ai: { classification: 'high_risk_iii_4b', classificationReason: 'De software beoordeelt hoe mensen zich gedragen op het werk.' },
      emotion: { medicalOrSafetyOnly: false },
      dataCategories: [
        { code: 'voice', source: 'observed', specialCategory: null, criminal: false, purposes: ['wellbeing'] },
        { code: 'mood', source: 'inferred', specialCategory: null, criminal: false, purposes: ['wellbeing'] },
      ],
      recipients: [{ role: 'team_lead', personsMax: 1, needToKnow: true }],
    },
    capture: {
      ...USUAL_CAPTURE,
      modes: ['continuous'],
      contentLevel: 2,
      audio: true,
      signal: 'per_event',
      pause: { required: ['hold', 'mute', 'break'], live: ['hold', 'mute', 'break'], postEdit: [], audibleWhilePaused: false },
    },
    ...sameAtHome({ contentLevel: 2, modeRank: 3, samplingRate: 1, audioVideo: true, retentionDays: 7, viewers: 1 }),
    purposes: [
      {
        code: 'wellbeing',
        description: 'De leverancier zegt dat het systeem ziet wie stress heeft.',
        specific: true,
        subjects: ['employees'],
        legalBasis: 'consent',
        retention: { criterion: 'Tot het weekverslag is gemaakt', maxDays: 7, autoDelete: true },
        effectiveness: { metric: 'Ziekteverzuim per kwartaal', baseline: 'Het verzuim in het jaar voor de start' },
      },
    ],
    assessment: {
      alternatives: [
        {
          description: 'Een gesprek over werkdruk met de leidinggevende of de bedrijfsarts.',
          lessIntrusive: true,
          effectiveEnough: false,
          rejectedReason: 'Volgens de leverancier zeggen mensen in een gesprek niet alles.',
        },
      ],
      reliesOnTechnicalImpossibility: false,
      contentJustification: 'Zonder geluid van de stem werkt het systeem niet.',
      classificationReasoned: 'De stem wordt gemeten en omgezet in een oordeel over een persoon. Dat zijn biometrische gegevens.',
      barbulescu: sixAnswers({
        extent: 'De hele werkdag de stem en het geluid om de medewerker heen, ook thuis.',
        legitimateReason: 'De werkgever wil minder ziekteverzuim.',
        lessIntrusive: 'Gesprekken over werkdruk zijn genoemd.',
        consequences: 'De leidinggevende ziet een oordeel over de stemming van een persoon.',
      }),
    },
  }),
  capabilities: [
    { code: 'microphone', can: true, isOn: true, reach: 'two_persons' },
    { code: 'mood', can: true, isOn: true, reach: 'one_admin' },
  ],
  sheet: [
    {
      name: 'mood_detection',
      value: 'on',
      meaning: { nl: 'De software leidt een stemming af uit de stem.', en: 'The software infers a mood from the voice.' },
      stricterIs: 'off',
    },
    {
      name: 'background_sound',
      value: 'on',
      meaning: { nl: 'Ook geluid uit de kamer wordt gebruikt.', en: 'Sound of the room is used as well.' },
      stricterIs: 'off',
    },
  ],
  dpia: { risks: [FEELS_WATCHED, HOUSEHOLD_HEARD, DATA_LEAK] },
};
