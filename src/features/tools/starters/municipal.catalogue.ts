import type { Dossier } from '../../../policy/index.js';
import { COUNTED_CALLS, COUNTED_SIGN_INS } from './declared.catalogue.js';
import { proposalsOf } from './proposals.js';
import { DATA_LEAK, FEELS_WATCHED, HOME_LIFE_SEEN, TOO_MANY_VIEWERS, USED_FOR_APPRAISAL, WRONG_SUSPICION } from './risks.catalogue.js';
import type { Starter } from './starter.js';
import {
  MUNICIPAL_BASIS,
  ONE_SUPPLIER,
  OPT_OUT,
  sameAtHome,
  sixAnswers,
  USUAL_CAPTURE,
  USUAL_SECURITY,
  USUAL_TOOL,
} from './usual-facts.js';

type Purpose = NonNullable<Dossier['purposes']>[number];
const WORKERS = ['employees', 'temps', 'contractors'] as const;

const publicPurpose = (code: string, own: Pick<Purpose, 'description' | 'retention' | 'effectiveness'>): Purpose => ({
  ...MUNICIPAL_BASIS,
  code,
  specific: true,
  subjects: WORKERS,
  ...own,
});

const MUNICIPAL: Dossier = {
  capture: { ...USUAL_CAPTURE, modes: ['event_triggered'], contentLevel: 1 },
  transfers: [],
  processors: ONE_SUPPLIER,
  security: USUAL_SECURITY,
  objectionHandling: OPT_OUT,
};
const TOOL: NonNullable<Dossier['tool']> = { ...USUAL_TOOL, groupScope: 'all', dataSubjects: WORKERS };

export const OFFICE_SUITE_LOGS: Starter = {
  code: 'office-suite-logs',
  name: { nl: 'Logboeken van het kantoorpakket', en: 'Office-suite usage and sign-in logs' },
  summary: {
    nl: 'Wie wanneer inlogt, en hoeveel het kantoorpakket wordt gebruikt. Niet wat iemand typt, mailt of bespreekt.',
    en: 'Who signs in when, and how much the office suite is used. Not what anyone types, mails or discusses.',
  },
  answers: proposalsOf({
    ...MUNICIPAL,
    tool: {
      ...TOOL,
      dataCategories: [
        { code: 'sign_in', source: 'observed', specialCategory: null, criminal: false, purposes: ['security'] },
        { code: 'message_metadata', source: 'observed', specialCategory: null, criminal: false, purposes: ['security'] },
        { code: 'app_usage', source: 'observed', specialCategory: null, criminal: false, purposes: ['cost_allocation'] },
      ],
      recipients: [{ role: 'security_officer', personsMax: 3, needToKnow: true }],
    },
    capture: { ...MUNICIPAL.capture, modes: ['event_triggered', 'continuous'] },
    ...sameAtHome({ contentLevel: 1, modeRank: 3, retentionDays: 90, viewers: 3 }),
    purposes: [
      publicPurpose('security', {
        description: 'Misbruik van een account op tijd zien, bijvoorbeeld een aanmelding uit een vreemd land.',
        retention: { criterion: 'Tot vaststaat dat er geen beveiligingsincident was', maxDays: 90, autoDelete: true },
        effectiveness: { metric: 'Aantal uren tussen misbruik en ontdekking', baseline: 'Het gemiddelde in het jaar voor de start' },
      }),
      publicPurpose('cost_allocation', {
        description: 'Zien hoeveel licenties nodig zijn. Alleen aantallen per afdeling.',
        retention: { criterion: 'Tot de licenties voor het kwartaal zijn besteld', maxDays: 90, autoDelete: true },
        effectiveness: { metric: 'Aantal licenties dat niet wordt gebruikt', baseline: 'Het aantal bij de start' },
      }),
    ],
    assessment: {
      alternatives: [
        {
          description: 'Alleen loggen als er al een melding van misbruik is.',
          lessIntrusive: true,
          effectiveEnough: false,
          rejectedReason: 'Misbruik blijkt vaak pas na weken. Dan is niet meer na te gaan wat er is gebeurd.',
        },
      ],
      reliesOnTechnicalImpossibility: false,
      barbulescu: sixAnswers({
        extent:
          'Tijden van aanmelden, afzender en ontvanger van berichten, en aantallen per programma. Nooit de inhoud. Thuis hetzelfde als op kantoor.',
        legitimateReason: 'De gemeente bewaart gegevens van inwoners. Die moet zij beschermen.',
        lessIntrusive: 'Pas loggen na een melding is bekeken. Dan is het te laat.',
        consequences: 'Bij een melding kijkt de beveiliger. Gebruik voor beoordeling is verboden.',
      }),
    },
  }),
  capabilities: [
    { code: 'sign_in_times', can: true, isOn: true, reach: 'two_persons' },
    { code: 'mail_metadata', can: true, isOn: true, reach: 'two_persons' },
    { code: 'mail_content', can: true, isOn: false, reach: 'two_persons' },
    { code: 'scores', can: true, isOn: false, reach: 'two_persons' },
  ],
  sheet: [
    {
      name: 'audit_log_retention_days',
      value: '90',
      meaning: { nl: 'Na dit aantal dagen wist het systeem het logboek.', en: 'After this many days the system erases the log.' },
      stricterIs: 'lower',
    },
    {
      name: 'content_search',
      value: 'off',
      meaning: { nl: 'Niemand zoekt in de inhoud van mail of chat.', en: 'Nobody searches the content of mail or chat.' },
      stricterIs: 'off',
    },
    {
      name: 'adoption_score',
      value: 'off',
      meaning: { nl: 'Het pakket geeft mensen geen cijfer.', en: 'The suite gives people no score.' },
      stricterIs: 'off',
    },
    {
      name: 'usage_reports_hide_names',
      value: 'on',
      meaning: { nl: 'Overzichten van gebruik tonen geen namen.', en: 'Usage reports show no names.' },
      stricterIs: 'on',
    },
  ],
  declared: COUNTED_SIGN_INS,
  dpia: { risks: [USED_FOR_APPRAISAL, TOO_MANY_VIEWERS, DATA_LEAK] },
};

export const PHONE_STATISTICS: Starter = {
  code: 'phone-statistics',
  name: { nl: 'Telefoniecijfers van het klantcontactcentrum', en: 'Phone and contact-centre statistics' },
  summary: {
    nl: 'Hoeveel gesprekken er zijn, hoe lang mensen wachten en hoeveel medewerkers klaarzitten. Geen opnames.',
    en: 'How many calls there are, how long people wait and how many staff are ready. No recordings.',
  },
  answers: proposalsOf({
    ...MUNICIPAL,
    tool: {
      ...TOOL,
      groupScope: 'group',
      dataCategories: [
        { code: 'agent_status', source: 'observed', specialCategory: null, criminal: false, purposes: ['quality'] },
        { code: 'call_counts', source: 'observed', specialCategory: null, criminal: false, purposes: ['quality'] },
      ],
      recipients: [{ role: 'team_planner', personsMax: 2, needToKnow: true }],
    },
    ...sameAtHome({ contentLevel: 1, modeRank: 1, retentionDays: 92, viewers: 2 }),
    purposes: [
      publicPurpose('quality', {
        description: 'De planner ziet hoeveel mensen er per uur nodig zijn om inwoners snel te helpen.',
        retention: { criterion: 'Tot het rooster van het volgende kwartaal klaar is', maxDays: 92, autoDelete: true },
        effectiveness: {
          metric: 'Deel van de bellers dat binnen 1 minuut iemand spreekt',
          baseline: 'Het gemiddelde van het kwartaal voor de start',
        },
      }),
    ],
    assessment: {
      alternatives: [
        {
          description: 'Alleen het aantal gesprekken van het hele centrum tellen.',
          lessIntrusive: true,
          effectiveEnough: false,
          rejectedReason: 'Dan is niet te zien op welk uur en in welk team er te weinig mensen zijn.',
        },
      ],
      reliesOnTechnicalImpossibility: false,
      barbulescu: sixAnswers({
        extent:
          'Of iemand vrij, in gesprek of met pauze is, en aantallen per team. Niet wat er wordt gezegd. Thuis hetzelfde als op kantoor.',
        legitimateReason: 'Inwoners moeten de gemeente kunnen bellen zonder lang te wachten.',
        lessIntrusive: 'Alleen totalen van het hele centrum zijn bekeken. Die zijn te grof voor een rooster.',
        consequences: 'De planner past het rooster aan. Cijfers van 1 persoon worden niet gebruikt voor beoordeling.',
      }),
    },
  }),
  capabilities: [
    { code: 'sign_in_times', can: true, isOn: true, reach: 'two_persons' },
    { code: 'calls_recorded', can: true, isOn: false, reach: 'two_persons' },
    { code: 'calls_listened_in', can: true, isOn: false, reach: 'two_persons' },
    { code: 'scores', can: true, isOn: false, reach: 'two_persons' },
  ],
  sheet: [
    {
      name: 'statistics_level',
      value: 'team',
      meaning: { nl: 'Overzichten gaan over een team, niet over een persoon.', en: 'Reports are about a team, not about a person.' },
      stricterIs: null,
    },
    {
      name: 'call_recording',
      value: 'off',
      meaning: { nl: 'Gesprekken worden niet opgenomen.', en: 'Calls are not recorded.' },
      stricterIs: 'off',
    },
    {
      name: 'retention_days',
      value: '92',
      meaning: { nl: 'Na dit aantal dagen wist het systeem de cijfers.', en: 'After this many days the system erases the figures.' },
      stricterIs: 'lower',
    },
  ],
  declared: COUNTED_CALLS,
  dpia: { risks: [USED_FOR_APPRAISAL, FEELS_WATCHED, TOO_MANY_VIEWERS] },
};

export const CASE_SYSTEM_LOGGING: Starter = {
  code: 'case-system-logging',
  name: { nl: 'Logboek van het zaaksysteem', en: 'Case-system logging' },
  summary: {
    nl: 'Wie welke zaak opende of wijzigde. Om te zien dat niemand zonder reden in gegevens van inwoners kijkt.',
    en: 'Who opened or changed which case. To see that nobody looks at residents’ data without a reason.',
  },
  answers: proposalsOf({
    ...MUNICIPAL,
    tool: {
      ...TOOL,
      dataCategories: [
        { code: 'case_access', source: 'observed', specialCategory: null, criminal: false, purposes: ['security', 'evidence'] },
      ],
      recipients: [{ role: 'security_officer', personsMax: 2, needToKnow: true }],
    },
    ...sameAtHome({ contentLevel: 1, modeRank: 1, retentionDays: 365, viewers: 2 }),
    purposes: [
      publicPurpose('security', {
        description: 'Zien of iemand zonder reden in een zaak van een inwoner keek.',
        retention: { criterion: 'Tot de controle over het jaar is gedaan', maxDays: 365, autoDelete: true },
        effectiveness: { metric: 'Aantal keren dat iemand zonder reden keek', baseline: 'De controle over het jaar voor de start' },
      }),
      publicPurpose('evidence', {
        description: 'Een inwoner die dat vraagt, kan horen wie in zijn zaak keek.',
        retention: { criterion: 'Tot de vraag van de inwoner is beantwoord', maxDays: 365, autoDelete: true },
        effectiveness: { metric: 'Deel van de vragen dat binnen een maand is beantwoord', baseline: 'Het deel in het jaar voor de start' },
      }),
    ],
    assessment: {
      alternatives: [
        {
          description: 'Zaken afschermen, zodat alleen de behandelaar erin kan.',
          lessIntrusive: true,
          effectiveEnough: false,
          rejectedReason: 'Dat gebeurt ook. Maar een collega moet bij ziekte kunnen overnemen, en dan is te zien of dat terecht was.',
        },
      ],
      reliesOnTechnicalImpossibility: false,
      barbulescu: sixAnswers({
        extent: 'Naam, zaaknummer, tijd en wat iemand deed. Niet hoe lang iemand las en niet hoeveel zaken iemand per dag doet.',
        legitimateReason: 'Inwoners moeten erop kunnen rekenen dat niemand zonder reden in hun gegevens kijkt.',
        lessIntrusive: 'Afschermen doen wij ook. Zonder logboek is misbruik niet te zien.',
        consequences: 'Bij een vreemde opvraging volgt eerst een gesprek. Het logboek telt niet mee bij een beoordeling.',
      }),
    },
  }),
  capabilities: [
    { code: 'security_metadata', can: true, isOn: true, reach: 'two_persons' },
    { code: 'scores', can: true, isOn: false, reach: 'two_persons' },
  ],
  sheet: [
    {
      name: 'logged_events',
      value: 'open,change,export',
      meaning: { nl: 'Openen, wijzigen en downloaden van een zaak.', en: 'Opening, changing and downloading a case.' },
      stricterIs: null,
    },
    {
      name: 'productivity_report',
      value: 'off',
      meaning: { nl: 'Er is geen overzicht van zaken per medewerker.', en: 'There is no report of cases per employee.' },
      stricterIs: 'off',
    },
    {
      name: 'retention_days',
      value: '365',
      meaning: { nl: 'Na dit aantal dagen wist het systeem het logboek.', en: 'After this many days the system erases the log.' },
      stricterIs: 'lower',
    },
  ],
  dpia: { risks: [WRONG_SUSPICION, USED_FOR_APPRAISAL, TOO_MANY_VIEWERS] },
};

export const VPN_ENDPOINT_SECURITY: Starter = {
  code: 'vpn-endpoint-security',
  name: { nl: 'VPN en beveiliging van laptops', en: 'VPN and endpoint security' },
  summary: {
    nl: 'Verbindingen met het netwerk en meldingen van virussen of gelekte bestanden. Geen schermen en geen toetsen.',
    en: 'Connections to the network and alerts about viruses or leaked files. No screens and no keys.',
  },
  answers: proposalsOf({
    ...MUNICIPAL,
    tool: {
      ...TOOL,
      dataCategories: [
        { code: 'connection_log', source: 'observed', specialCategory: null, criminal: false, purposes: ['security'] },
        { code: 'security_alert', source: 'observed', specialCategory: null, criminal: false, purposes: ['security'] },
      ],
      recipients: [{ role: 'security_officer', personsMax: 3, needToKnow: true }],
    },
    ...sameAtHome({ contentLevel: 1, modeRank: 1, retentionDays: 180, viewers: 3 }),
    purposes: [
      publicPurpose('security', {
        description: 'Aanvallen op laptops en op het netwerk op tijd zien en stoppen.',
        retention: { criterion: 'Tot vaststaat dat er geen aanval was, of tot de aanval is onderzocht', maxDays: 180, autoDelete: true },
        effectiveness: {
          metric: 'Aantal uren tussen een aanval en het stoppen ervan',
          baseline: 'Het gemiddelde in het jaar voor de start',
        },
      }),
    ],
    assessment: {
      alternatives: [
        {
          description: 'Alleen een virusscanner zonder centraal logboek.',
          lessIntrusive: true,
          effectiveEnough: false,
          rejectedReason: 'Een aanval op meer laptops tegelijk is dan niet te zien.',
        },
      ],
      reliesOnTechnicalImpossibility: false,
      barbulescu: sixAnswers({
        extent:
          'Tijd en adres van de verbinding, en meldingen van gevaarlijke bestanden. Geen inhoud van het werk. Thuis hetzelfde als op kantoor.',
        legitimateReason: 'De wet vraagt dat de gemeente haar systemen beveiligt.',
        lessIntrusive: 'Alleen een virusscanner is bekeken. Die ziet een aanval op meer laptops niet.',
        consequences: 'Bij een melding neemt IT contact op. De tijden worden niet gebruikt om te zien of iemand werkt.',
      }),
    },
  }),
  capabilities: [
    { code: 'security_metadata', can: true, isOn: true, reach: 'two_persons' },
    { code: 'screenshots', can: true, isOn: false, reach: 'two_persons' },
    { code: 'keystrokes', can: false, isOn: false, reach: 'nobody' },
  ],
  sheet: [
    {
      name: 'tls_inspection',
      value: 'off',
      meaning: { nl: 'Het systeem kijkt niet in beveiligd webverkeer.', en: 'The system does not look inside encrypted web traffic.' },
      stricterIs: 'off',
    },
    {
      name: 'screen_capture',
      value: 'off',
      meaning: { nl: 'Het systeem maakt geen foto’s van het scherm.', en: 'The system takes no pictures of the screen.' },
      stricterIs: 'off',
    },
    {
      name: 'retention_days',
      value: '180',
      meaning: { nl: 'Na dit aantal dagen wist het systeem het logboek.', en: 'After this many days the system erases the log.' },
      stricterIs: 'lower',
    },
  ],
  dpia: { risks: [HOME_LIFE_SEEN, USED_FOR_APPRAISAL, DATA_LEAK] },
};

export const ACCESS_BADGES: Starter = {
  code: 'access-badges',
  name: { nl: 'Toegangspassen', en: 'Access badges' },
  summary: {
    nl: 'Wie wanneer met een pas een deur opent. Voor veilige gebouwen en voor een ontruiming. Geen urenregistratie.',
    en: 'Who opens a door with a badge and when. For safe buildings and for an evacuation. No registration of hours.',
  },
  answers: proposalsOf({
    ...MUNICIPAL,
    tool: {
      ...TOOL,
      dataCategories: [
        { code: 'badge_event', source: 'observed', specialCategory: null, criminal: false, purposes: ['security', 'safety'] },
      ],
      recipients: [{ role: 'facility_desk', personsMax: 2, needToKnow: true }],
    },
    ...sameAtHome({ contentLevel: 1, modeRank: 1, retentionDays: 28, viewers: 2 }),
    purposes: [
      publicPurpose('security', {
        description: 'Alleen wie dat mag, komt in het gebouw. Na een inbraak is te zien welke deur open ging.',
        retention: { criterion: 'Tot vaststaat dat er geen inbraak of diefstal was', maxDays: 28, autoDelete: true },
        effectiveness: { metric: 'Aantal keren dat iemand zonder recht binnenkwam', baseline: 'Het aantal in het jaar voor de start' },
      }),
      publicPurpose('safety', {
        description: 'Bij een ontruiming weet de bedrijfshulpverlening hoeveel mensen er nog binnen zijn.',
        retention: { criterion: 'Tot het einde van de dag', maxDays: 1, autoDelete: true },
        effectiveness: { metric: 'Minuten tot bij een oefening iedereen is geteld', baseline: 'De laatste oefening voor de start' },
      }),
    ],
    assessment: {
      alternatives: [
        {
          description: 'Sleutels in plaats van passen.',
          lessIntrusive: true,
          effectiveEnough: false,
          rejectedReason: 'Een verloren sleutel is niet te blokkeren. Bij een ontruiming is dan niet bekend wie er binnen is.',
        },
      ],
      reliesOnTechnicalImpossibility: false,
      barbulescu: sixAnswers({
        extent: 'Nummer van de pas, deur en tijd. Alleen bij de buitendeuren en bij beveiligde ruimtes.',
        legitimateReason: 'Het gebouw moet veilig zijn voor medewerkers, bezoekers en gegevens van inwoners.',
        lessIntrusive: 'Sleutels zijn bekeken. Die zijn niet te blokkeren.',
        consequences: 'Na een incident kijkt de beheerder. De tijden zijn geen urenregistratie en tellen niet mee bij een beoordeling.',
      }),
    },
  }),
  capabilities: [
    { code: 'hours_and_badges', can: true, isOn: true, reach: 'two_persons' },
    { code: 'site_cameras', can: false, isOn: false, reach: 'nobody' },
  ],
  sheet: [
    {
      name: 'doors',
      value: 'outer,secured',
      meaning: { nl: 'Alleen buitendeuren en beveiligde ruimtes.', en: 'Outer doors and secured rooms only.' },
      stricterIs: null,
    },
    {
      name: 'time_sheet_export',
      value: 'off',
      meaning: { nl: 'De tijden gaan niet naar de urenregistratie.', en: 'The times do not go to the registration of hours.' },
      stricterIs: 'off',
    },
    {
      name: 'retention_days',
      value: '28',
      meaning: { nl: 'Na dit aantal dagen wist het systeem de tijden.', en: 'After this many days the system erases the times.' },
      stricterIs: 'lower',
    },
  ],
  dpia: { risks: [USED_FOR_APPRAISAL, TOO_MANY_VIEWERS] },
};
