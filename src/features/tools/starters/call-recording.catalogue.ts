import type { Dossier } from '../../../policy/index.js';
import { proposalsOf } from './proposals.js';
import { HOUSEHOLD_HEARD, PRIVATE_CALLS, TOO_MANY_VIEWERS, USED_FOR_APPRAISAL } from './risks.catalogue.js';
import type { ProposedCapability, ProposedSetting, Starter } from './starter.js';
import { ONE_SUPPLIER, OPT_OUT, RECORDED_CALLS, sameAtHome, sixAnswers, USUAL_SECURITY, USUAL_TOOL } from './usual-facts.js';

const recording = (on: 'calls_sampled' | 'calls_recorded'): readonly ProposedCapability[] => [
  { code: 'calls_sampled', can: true, isOn: on === 'calls_sampled', reach: 'two_persons' },
  { code: 'calls_recorded', can: true, isOn: on === 'calls_recorded', reach: 'two_persons' },
  { code: 'calls_listened_in', can: true, isOn: false, reach: 'two_persons' },
  { code: 'mood', can: false, isOn: false, reach: 'nobody' },
];

const ALL_CALLS: NonNullable<Dossier['capture']> = { ...RECORDED_CALLS, modes: ['continuous'], sampling: { rate: 1 } };
const PLACES = sameAtHome({ contentLevel: 2, modeRank: 3, samplingRate: 1, audioVideo: true, retentionDays: 100, viewers: 1 });

const COACHING: NonNullable<Dossier['purposes']>[number] = {
  code: 'training',
  description: 'Een coach luistert een gesprek terug met de medewerker en oefent wat beter kan.',
  specific: true,
  subjects: ['employees', 'customers'],
  legalBasis: 'legitimate_interest',
  balancingTest: {
    interest: 'Klanten krijgen in 1 keer een goed en vriendelijk antwoord.',
    necessity: 'De coach moet het gesprek zelf horen. Een verslag achteraf mist toon en tempo.',
    balance: 'employer',
  },
  retention: { criterion: 'Tot het volgende kwartaalgesprek met de coach is gehouden', maxDays: 100, autoDelete: true },
  effectiveness: {
    metric: 'Deel van de vragen dat in 1 gesprek is beantwoord',
    baseline: 'Het gemiddelde over de 3 maanden voor de start',
  },
};
const VOICE: NonNullable<NonNullable<Dossier['tool']>['dataCategories']> = [
  { code: 'voice', source: 'observed', specialCategory: null, criminal: false, purposes: ['training'] },
  { code: 'call_metadata', source: 'observed', specialCategory: null, criminal: false, purposes: ['training'] },
];

const SAMPLED: Dossier = {
  tool: {
    ...USUAL_TOOL,
    dataSubjects: ['employees', 'customers'],
    dataCategories: VOICE,
    recipients: [{ role: 'coach', personsMax: 1, needToKnow: true }],
  },
  capture: {
    ...RECORDED_CALLS,
    modes: ['sampled'],
    sampling: { rate: 0.1, random: true, appliedAt: 'capture', reviewers: ['hr_reviewer'] },
    signal: 'afterwards',
  },
  ...sameAtHome({ contentLevel: 2, modeRank: 2, samplingRate: 0.1, audioVideo: true, retentionDays: 100, viewers: 1 }),
  purposes: [COACHING],
  transfers: [],
  processors: ONE_SUPPLIER,
  security: USUAL_SECURITY,
  objectionHandling: OPT_OUT,
  assessment: {
    alternatives: [
      {
        description: 'Een coach zit naast de medewerker en luistert mee, na een afspraak.',
        lessIntrusive: true,
        effectiveEnough: false,
        rejectedReason: 'Wie thuis werkt, kan geen coach naast zich hebben. De coach ziet dan maar een klein deel van het team.',
      },
      {
        description: 'Alleen de vragenlijst gebruiken die klanten na een gesprek invullen.',
        lessIntrusive: true,
        effectiveEnough: false,
        rejectedReason: 'Klanten zeggen of zij tevreden zijn, niet wat er in het gesprek beter kan. Bovendien vult 1 op de 20 de lijst in.',
      },
    ],
    reliesOnTechnicalImpossibility: false,
    marketAlternativeExists: true,
    contentJustification: 'Wij oefenen op toon en woorden. Die zijn alleen te horen in het gesprek zelf.',
    barbulescu: sixAnswers({
      extent: 'Van elke 10 gesprekken nemen wij er willekeurig 1 op. In de wachtstand, bij dempen en in pauzes loopt de opname niet.',
      legitimateReason: 'Wij willen dat klanten goed geholpen worden. Daarvoor trainen wij de medewerkers op echte gesprekken.',
      lessIntrusive: 'Meeluisteren op afspraak en vragenlijsten zijn bekeken. Die geven thuis geen beeld van het gesprek.',
      consequences: 'De opname is alleen voor de training. Zij komt niet in het personeelsdossier en telt niet mee bij een beoordeling.',
    }),
  },
};

const RECORDING_SHEET: readonly ProposedSetting[] = [
  {
    name: 'pause_on_hold',
    value: 'on',
    meaning: { nl: 'De opname stopt zodra een klant in de wacht staat.', en: 'Recording stops as soon as a customer is on hold.' },
    stricterIs: 'on',
  },
  {
    name: 'retention_days',
    value: '100',
    meaning: { nl: 'Na dit aantal dagen wist het systeem de opname.', en: 'After this many days the system erases the recording.' },
    stricterIs: 'lower',
  },
  {
    name: 'live_listening',
    value: 'off',
    meaning: { nl: 'Niemand kan live meeluisteren.', en: 'Nobody can listen in live.' },
    stricterIs: 'off',
  },
  {
    name: 'speech_analysis',
    value: 'off',
    meaning: { nl: 'Software beoordeelt de stem of de stemming niet.', en: 'Software does not judge the voice or the mood.' },
    stricterIs: 'off',
  },
];
const DPIA = { risks: [PRIVATE_CALLS, USED_FOR_APPRAISAL, TOO_MANY_VIEWERS, HOUSEHOLD_HEARD] };

export const CALL_RECORDING_SAMPLING: Starter = {
  code: 'call-recording-sampling',
  name: { nl: 'Gesprekken opnemen met een steekproef', en: 'Call recording with sampling' },
  summary: {
    nl: '1 op de 10 gesprekken, willekeurig gekozen, voor training. De medewerker hoort achteraf welk gesprek is opgenomen.',
    en: '1 in 10 calls, chosen at random, for training. The employee hears afterwards which call was recorded.',
  },
  answers: proposalsOf(SAMPLED),
  capabilities: recording('calls_sampled'),
  sheet: [
    {
      name: 'sampling_rate',
      value: '0.1',
      meaning: { nl: 'Het systeem neemt willekeurig 1 op de 10 gesprekken op.', en: 'The system records 1 in 10 calls at random.' },
      stricterIs: 'lower',
    },
    ...RECORDING_SHEET,
  ],
  dpia: DPIA,
};

export const RECORDING_ON_HOLD: Starter = {
  code: 'recording-on-hold',
  name: { nl: 'Opname die doorloopt in de wachtstand', en: 'Recording that goes on while on hold' },
  summary: {
    nl: 'Alle gesprekken, ook als de klant in de wacht staat. Dit mag zo niet aan: de opname moet in de wachtstand stoppen.',
    en: 'All calls, also while the customer is on hold. It may not be switched on like this: recording must stop on hold.',
  },
  answers: proposalsOf({
    ...SAMPLED,
    capture: { ...ALL_CALLS, pause: { ...RECORDED_CALLS.pause, live: ['mute', 'break'] } },
    ...PLACES,
    assessment: {
      ...SAMPLED.assessment,
      reliesOnTechnicalImpossibility: true,
      barbulescu: sixAnswers({
        extent: 'Wij nemen alle gesprekken op. De leverancier zegt dat de opname in de wachtstand niet kan stoppen.',
        legitimateReason: 'Wij willen dat klanten goed geholpen worden. Daarvoor trainen wij de medewerkers op echte gesprekken.',
        lessIntrusive: 'Een steekproef en meeluisteren op afspraak zijn bekeken.',
        consequences: 'De opname is alleen voor de training. Zij komt niet in het personeelsdossier.',
      }),
    },
  }),
  capabilities: recording('calls_recorded'),
  sheet: RECORDING_SHEET.map((setting) => (setting.name === 'pause_on_hold' ? { ...setting, value: 'off' } : setting)),
  dpia: DPIA,
};

const servicePurpose = (code: string, description: string, optOut?: boolean): NonNullable<Dossier['purposes']>[number] => ({
  code,
  description,
  specific: true,
  subjects: ['employees', 'customers'],
  legalBasis: 'legitimate_interest',
  balancingTest: {
    interest: 'Inwoners krijgen goede hulp aan de telefoon.',
    necessity: 'Zonder het gesprek weten wij niet wat er is gezegd en gevraagd.',
    balance: 'employer',
  },
  retention: { criterion: 'Tot de trainingsronde van het kwartaal klaar is', maxDays: 92, autoDelete: true },
  effectiveness: { metric: 'Gemiddeld cijfer van de kwaliteitscontrole', baseline: 'Het cijfer van het kwartaal voor de start' },
  ...(optOut === undefined ? {} : { optOut }),
});

export const MUNICIPAL_CALL_RECORDING: Starter = {
  code: 'municipal-call-recording',
  name: { nl: 'Gesprekken opnemen bij een gemeente', en: 'Call recording at a municipality' },
  summary: {
    nl: 'Alle gesprekken met het algemene nummer, ook om inwoners terug te bellen. Dit mag zo niet aan: er is geen manier om nee te zeggen.',
    en: 'All calls to the general number, also to call residents back. It may not be switched on like this: there is no way to say no.',
  },
  answers: proposalsOf({
    ...SAMPLED,
    tool: {
      ...SAMPLED.tool,
      dataCategories: [
        { code: 'voice', source: 'observed', specialCategory: null, criminal: false, purposes: ['training', 'quality'] },
        { code: 'phone_number', source: 'observed', specialCategory: null, criminal: false, purposes: ['callback_research'] },
      ],
    },
    capture: ALL_CALLS,
    ...sameAtHome({ contentLevel: 2, modeRank: 3, samplingRate: 1, audioVideo: true, retentionDays: 92, viewers: 1 }),
    purposes: [
      servicePurpose('training', 'Een coach luistert een gesprek terug met de medewerker.'),
      servicePurpose('quality', 'Een vaste groep luistert gesprekken terug en kijkt of het antwoord klopte.'),
      servicePurpose('callback_research', 'Wij bellen inwoners terug en vragen hoe het gesprek ging.', false),
    ],
    objectionHandling: { optOut: { available: false } },
  }),
  capabilities: recording('calls_recorded'),
  sheet: RECORDING_SHEET.map((setting) => (setting.name === 'retention_days' ? { ...setting, value: '92' } : setting)),
  dpia: DPIA,
};
