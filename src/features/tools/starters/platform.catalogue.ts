import { proposalsOf } from './proposals.js';
import { DATA_LEAK, TOO_MANY_VIEWERS, USED_FOR_APPRAISAL } from './risks.catalogue.js';
import type { Starter } from './starter.js';
import { OPT_OUT, sameAtHome, sixAnswers, USUAL_CAPTURE, USUAL_SECURITY, USUAL_TOOL } from './usual-facts.js';

const SUBJECTS = ['employees', 'temps', 'contractors'] as const;
const BASIS = {
  specific: true,
  subjects: SUBJECTS,
  legalBasis: 'legal_obligation',
} as const;

/** Dossier number 1: the product itself can watch staff too. */
export const COUNTERSIGN: Starter = {
  code: 'countersign',
  name: { nl: 'Countersign zelf', en: 'Countersign itself' },
  summary: {
    nl: 'Dit systeem kan ook iets over u vastleggen: inloggen, of een bericht is geopend, en wie in een dossier keek. Daarom is het dossier nummer 1.',
    en: 'This system can record things about you too: signing in, whether a message was opened, who looked at a dossier. So it is dossier number 1.',
  },
  answers: proposalsOf({
    tool: {
      ...USUAL_TOOL,
      groupScope: 'all',
      dataSubjects: SUBJECTS,
      dataCategories: [
        { code: 'sign_in', source: 'observed', specialCategory: null, criminal: false, purposes: ['security'] },
        { code: 'read_receipt', source: 'observed', specialCategory: null, criminal: false, purposes: ['evidence'] },
        { code: 'who_looked', source: 'observed', specialCategory: null, criminal: false, purposes: ['security'] },
      ],
      recipients: [
        { role: 'org_admin', personsMax: 2, needToKnow: true },
        { role: 'hr_registrar', personsMax: 3, needToKnow: true },
      ],
    },
    capture: { ...USUAL_CAPTURE, modes: ['event_triggered'], contentLevel: 1 },
    ...sameAtHome({ contentLevel: 1, modeRank: 1, retentionDays: 180, viewers: 5 }),
    purposes: [
      {
        ...BASIS,
        code: 'security',
        description: 'Alleen wie het mag, komt in het systeem. Misbruik van een account valt op.',
        legalBasisReference: 'AVG art. 32 (beveiliging)',
        retention: { criterion: 'Tot duidelijk is dat een aanmelding geen misbruik was', maxDays: 180, autoDelete: true },
        effectiveness: {
          metric: 'Aantal accounts waarvan misbruik binnen 1 dag is ontdekt',
          baseline: 'Nog geen meting: dit is het eerste jaar',
        },
      },
      {
        ...BASIS,
        code: 'evidence',
        description: 'De werkgever kan laten zien dat iedereen vooraf is geïnformeerd over een volgsysteem.',
        legalBasisReference: 'AVG art. 5 lid 2 en art. 24 (aantonen dat de regels zijn nageleefd)',
        retention: { criterion: 'Tot het volgsysteem waar het bericht over ging is gestopt', maxDays: 180, autoDelete: true },
        effectiveness: {
          metric: 'Deel van de mensen dat aantoonbaar vooraf is geïnformeerd',
          baseline: 'Nog geen meting: dit is het eerste jaar',
        },
      },
    ],
    transfers: [],
    processors: [],
    security: USUAL_SECURITY,
    objectionHandling: OPT_OUT,
    assessment: {
      alternatives: [
        {
          description: 'Berichten op papier uitdelen en laten tekenen.',
          lessIntrusive: true,
          effectiveEnough: false,
          rejectedReason:
            'Wie thuis werkt of ziek is, krijgt het papier te laat. Dan zou het meten voor die persoon te vroeg beginnen. Papier blijft mogelijk voor wie dat wil.',
        },
        {
          description: 'Geen logboek van wie in een dossier keek.',
          lessIntrusive: true,
          effectiveEnough: false,
          rejectedReason: 'Dan valt misbruik van gegevens over medewerkers niet op.',
        },
      ],
      reliesOnTechnicalImpossibility: false,
      barbulescu: sixAnswers({
        extent:
          'Het moment van inloggen, of een bericht is geopend, en wie welk dossier opende. Niet hoe lang iemand las en niet wat iemand verder doet.',
        legitimateReason: 'De wet vraagt dat wij persoonsgegevens beveiligen en kunnen aantonen dat iedereen is geïnformeerd.',
        lessIntrusive: 'Papier en geen logboek zijn bekeken. Papier blijft mogelijk.',
        consequences:
          'Een bericht dat niet is geopend, heeft geen gevolgen: het systeem herinnert zelf. HR ziet alleen aantallen per groep.',
      }),
    },
  }),
  capabilities: [
    { code: 'sign_in_times', can: true, isOn: true, reach: 'version_change' },
    { code: 'scores', can: false, isOn: false, reach: 'nobody' },
  ],
  sheet: [
    {
      name: 'sign_in_log',
      value: 'on',
      meaning: { nl: 'Het systeem legt vast wanneer iemand inlogt.', en: 'The system records when somebody signs in.' },
      stricterIs: 'off',
    },
    {
      name: 'read_receipts_per_unit',
      value: 'on',
      meaning: { nl: 'HR ziet per afdeling hoeveel mensen een bericht openden.', en: 'HR sees per unit how many people opened a message.' },
      stricterIs: 'off',
    },
    {
      name: 'who_looked',
      value: 'on',
      meaning: { nl: 'Het systeem legt vast wie een dossier opende.', en: 'The system records who opened a dossier.' },
      stricterIs: 'off',
    },
    {
      name: 'smallest_group',
      value: '10',
      meaning: {
        nl: 'Cijfers over minder mensen dan dit getal worden niet getoond.',
        en: 'Figures of fewer people than this number are not shown.',
      },
      stricterIs: 'higher',
    },
    {
      name: 'retention_days',
      value: '180',
      meaning: { nl: 'Na dit aantal dagen wist het systeem deze gegevens.', en: 'After this many days the system erases these data.' },
      stricterIs: 'lower',
    },
  ],
  dpia: { risks: [USED_FOR_APPRAISAL, TOO_MANY_VIEWERS, DATA_LEAK] },
};
