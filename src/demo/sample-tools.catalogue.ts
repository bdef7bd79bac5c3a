import type { UnitName } from './sample-organisation.catalogue.js';
import type { Enforcement, Grade, IndividualView } from '../policy/index.js';
import type { Changes } from './fill-in.js';

/** One tool of the municipality: where it comes from, whom it is about, and what people wrote about it. */
export interface SampleTool {
  readonly name: string;
  readonly starter: string | null;
  readonly units: readonly UnitName[] | 'all';
  readonly enforcement: Enforcement;
  /** What IT wrote of how it is stopped; absent: nothing yet. */
  readonly stop?: Pick<Grade, 'stopsHow' | 'stopsWithinMinutes' | 'cannotStop' | 'evidence'>;
  readonly vendor: string;
  readonly product: string;
  /** Says what it measures and shows (sample-measures.catalogue.ts). */
  readonly declares?: true;
  /** Its version says that one person may be looked at, and what is kept of each (sample-measures.catalogue.ts). */
  readonly individualView?: IndividualView;
  /** What the pages propose and this municipality does otherwise. */
  readonly changes?: Changes;
  readonly request: { readonly decision: string; readonly reasons: string; readonly consequences: string };
  readonly minutes: string;
}

const MINUTES =
  'De bestuurder lichtte het voorgenomen besluit toe. De raad vroeg wie de gegevens ziet, hoe lang ze blijven en wat er thuis anders is. De bestuurder beloofde dat niemand op deze gegevens wordt beoordeeld.';

/** A municipality rests this on its public task, with the law named. */
const PUBLIC_TASK: Changes = {
  'purposes[].legalBasis|r1': 'public_task',
  'purposes[].legalBasisReference|r1': 'Gemeentewet art. 160 lid 1 (dagelijks bestuur en ambtelijke organisatie)',
};

export const COUNTERSIGN: SampleTool = {
  name: 'Countersign',
  starter: 'countersign',
  units: 'all',
  enforcement: 'native',
  vendor: 'Gemeente Waterdam, eigen beheer',
  product: 'Countersign 1',
  request: {
    decision: 'De gemeente gebruikt Countersign. Het systeem legt vast wanneer iemand inlogt en of een bericht is geopend.',
    reasons:
      'De gemeente wil laten zien dat elk volgsysteem volgens de wet is ingevoerd. Daarvoor is bewijs nodig dat iedereen is geïnformeerd.',
    consequences: 'Van medewerkers wordt vastgelegd wanneer zij inloggen en een bericht openen. HR ziet aantallen per groep, geen namen.',
  },
  minutes: MINUTES,
};

export const BADGES_DRAFT: SampleTool = {
  name: 'Toegangspassen stadhuis',
  starter: 'access-badges',
  units: 'all',
  enforcement: 'attested',
  vendor: 'Deurwacht Systemen',
  product: 'Poort 4',
  request: { decision: '', reasons: '', consequences: '' },
  minutes: '',
};

export const SAMPLED_CALLS: SampleTool = {
  name: 'Gespreksopname belastingtelefoon',
  starter: 'call-recording-sampling',
  units: ['Belastingen'],
  enforcement: 'attested',
  vendor: 'Opname BV',
  product: 'Voicelog 7',
  changes: PUBLIC_TASK,
  request: { decision: '', reasons: '', consequences: '' },
  minutes: '',
};

export const CASE_LOG: SampleTool = {
  name: 'Logboek zaaksysteem',
  starter: 'case-system-logging',
  units: ['Sociaal domein', 'Ruimte en vergunningen'],
  enforcement: 'attested',
  vendor: 'Zaakwerk Nederland',
  product: 'Zaak 12',
  request: { decision: '', reasons: '', consequences: '' },
  minutes: '',
};

export const ENDPOINTS: SampleTool = {
  name: 'VPN en laptopbeveiliging',
  starter: 'vpn-endpoint-security',
  units: 'all',
  enforcement: 'attested',
  vendor: 'Veilig Netwerk BV',
  product: 'Schild 3',
  request: {
    decision: 'De gemeente beveiligt laptops en de verbinding van thuis met een nieuw pakket. Dat pakket houdt een logboek bij.',
    reasons: 'Vorig jaar kwam via één laptop een virus binnen. Zonder logboek was niet te zien welke gegevens geraakt waren.',
    consequences:
      'Bij een melding ziet de beveiliger welk programma op welke laptop de melding gaf. Hij ziet niet wat iemand doet of typt.',
  },
  minutes: MINUTES,
};

export const PHONE_FIGURES: SampleTool = {
  name: 'Telefoniecijfers klantcontact',
  starter: 'phone-statistics',
  units: ['Klantcontact'],
  enforcement: 'attested',
  vendor: 'Belhuis Telecom',
  product: 'Wachtrij 9',
  request: {
    decision: 'Klantcontact gebruikt cijfers over wachttijd en bezetting om diensten te plannen.',
    reasons: 'Inwoners wachten op maandag gemiddeld 11 minuten. Met deze cijfers kunnen de diensten beter worden verdeeld.',
    consequences: 'De planner ziet hoeveel medewerkers klaarzitten. Hij ziet geen namen en geen cijfers per persoon.',
  },
  minutes: MINUTES,
};

export const REGISTRY_LOG: SampleTool = {
  name: 'Logboek basisregistratie personen',
  starter: 'case-system-logging',
  units: ['Burgerzaken'],
  enforcement: 'attested',
  vendor: 'Burgerdata BV',
  product: 'Register 5',
  request: {
    decision: 'De gemeente legt vast wie welke persoon opzoekt in de basisregistratie.',
    reasons: 'De wet vraagt dat misbruik van de basisregistratie opvalt.',
    consequences: 'Na een klacht van een inwoner kan worden nagegaan wie heeft gekeken. Zonder klacht kijkt niemand in het logboek.',
  },
  minutes: MINUTES,
};

export const HOME_LOGIN: SampleTool = {
  name: 'Aanmeldregistratie thuiswerken',
  starter: 'home-login',
  units: ['Klantcontact', 'Burgerzaken'],
  enforcement: 'native',
  declares: true,
  stop: {
    stopsHow: 'Het programma vraagt elk kwartier een nieuw startbewijs. Krijgt het dat niet, dan stopt het vanzelf.',
    stopsWithinMinutes: 15,
    cannotStop: 'Een laptop zonder netwerk meet door tot het startbewijs afloopt. Dat duurt hooguit een kwartier.',
    evidence: 'Op 2 laptops geprobeerd: na intrekken kwam er niets meer binnen.',
  },
  vendor: 'Aanmeld BV',
  product: 'Aanmeld 2',
  changes: PUBLIC_TASK,
  request: {
    decision: 'Twee afdelingen leggen vast wanneer iemand in- en uitlogt, thuis en op kantoor hetzelfde.',
    reasons: 'Balie en telefoon moeten op drukke uren bezet zijn. Afspraken per team lieten een tekort pas na de dienst zien.',
    consequences: 'De planner ziet of er genoeg mensen zijn ingelogd. Wat iemand doet, wordt niet vastgelegd.',
  },
  minutes: MINUTES,
};

export const YARD_LOGIN: SampleTool = {
  name: 'Aanmelden op de werf',
  starter: 'home-login',
  units: ['Ruimte en vergunningen'],
  enforcement: 'native',
  vendor: 'Aanmeld BV',
  product: 'Aanmeld 2',
  changes: PUBLIC_TASK,
  request: { decision: '', reasons: '', consequences: '' },
  minutes: MINUTES,
};

export const TAX_PHONE: SampleTool = {
  name: 'Wachtrij belastingtelefoon',
  starter: 'phone-statistics',
  units: ['Belastingen'],
  enforcement: 'attested',
  vendor: 'Belhuis Telecom',
  product: 'Wachtrij 9',
  request: {
    decision: 'De belastingtelefoon gebruikt cijfers over wachttijd om diensten te plannen.',
    reasons: 'Rond de aanslagen wachten inwoners lang. Met deze cijfers staan er dan genoeg mensen klaar.',
    consequences: 'De planner ziet hoeveel medewerkers klaarzitten. Hij ziet geen namen.',
  },
  minutes: MINUTES,
};

export const CARE_PHONE: SampleTool = {
  ...TAX_PHONE,
  name: 'Wachtrij zorgloket',
  units: ['Sociaal domein'],
  request: {
    decision: 'Het zorgloket gebruikt cijfers over wachttijd om diensten te plannen.',
    reasons: 'Wie zorg nodig heeft, wacht nu soms een kwartier aan de telefoon.',
    consequences: 'De planner ziet hoeveel medewerkers klaarzitten. Hij ziet geen namen.',
  },
};

export const OFFICE_LOGS: SampleTool = {
  name: 'Logboeken van het kantoorpakket',
  starter: 'office-suite-logs',
  units: 'all',
  enforcement: 'attested',
  stop: {
    stopsHow: 'IT zet de logboeken uit in het beheerscherm van de leverancier.',
    stopsWithinMinutes: 480,
    cannotStop: 'De leverancier houdt zelf een beveiligingslogboek bij. Dat kan niemand hier uitzetten.',
    evidence: 'Uitgezet voor 1 proefaccount: de volgende dag stond er niets meer in het overzicht.',
  },
  vendor: 'Kantoor Online',
  product: 'Pakket 365',
  request: {
    decision: 'De gemeente gebruikt de logboeken van het kantoorpakket om misbruik van accounts te zien.',
    reasons: 'De gemeente bewaart gegevens van inwoners. Een gestolen account moet snel opvallen.',
    consequences: 'De beveiliger ziet tijden van aanmelden en aantallen per programma. Niemand leest berichten.',
  },
  minutes: MINUTES,
};

export const QUEUE_SCREEN: SampleTool = {
  name: 'Wachtrijscherm publiekshal',
  starter: 'phone-statistics',
  units: ['Burgerzaken'],
  enforcement: 'attested',
  vendor: 'Belhuis Telecom',
  product: 'Wachtrij 9',
  request: {
    decision: 'Een scherm in de publiekshal toont hoe lang inwoners wachten.',
    reasons: 'Inwoners vragen aan de balie hoe lang het nog duurt.',
    consequences: 'Het scherm telt wachtenden. Het telt niet hoeveel iemand aan de balie helpt.',
  },
  minutes: MINUTES,
};

export const FIELD_TABLETS: SampleTool = {
  name: 'Beveiliging tablets buitendienst',
  starter: 'vpn-endpoint-security',
  units: ['Ruimte en vergunningen'],
  enforcement: 'managed',
  stop: {
    stopsHow: 'Apparaatbeheer haalt elk uur de lijst op. Van een tablet die niet op de lijst staat, gaat het programma af.',
    stopsWithinMinutes: 120,
    cannotStop: 'Een tablet zonder netwerk stopt pas als hij weer verbinding heeft.',
    evidence: 'Op 2 tablets geprobeerd: binnen 2 uur stond het programma er niet meer op.',
  },
  vendor: 'Veilig Netwerk BV',
  product: 'Schild 3 mobiel',
  request: {
    decision: 'Toezichthouders werken met een tablet. Een programma daarop meldt verbindingen met het netwerk en gevaarlijke bestanden.',
    reasons: 'Op de tablets staan gegevens van inwoners. Een gestolen tablet moet snel opvallen.',
    consequences: 'De beveiliger ziet bij een melding op welke tablet die was. Waar iemand is, wordt niet vastgelegd.',
  },
  minutes: MINUTES,
};

export const ADMIN_ACCOUNTS: SampleTool = {
  name: 'Toezicht op beheeraccounts',
  starter: 'vpn-endpoint-security',
  units: ['Informatievoorziening'],
  enforcement: 'native',
  individualView: { purpose: 'security', grounds: 'security', maxHours: 4 },
  stop: {
    stopsHow: 'Het programma vraagt elk kwartier een nieuw startbewijs. Krijgt het dat niet, dan stopt het vanzelf.',
    stopsWithinMinutes: 15,
    cannotStop: 'Het netwerk zelf houdt bij welk apparaat verbinding maakt. Dat kan niemand hier uitzetten.',
    evidence: 'Op 1 beheerserver geprobeerd: na intrekken kwam er niets meer binnen.',
  },
  vendor: 'Sleutelkast BV',
  product: 'Beheerwacht 2',
  request: {
    decision: 'De gemeente legt vast wanneer iemand met een beheeraccount verbinding maakt.',
    reasons: 'Met een beheeraccount kan iemand bij alle gegevens. Misbruik van zo’n account moet opvallen.',
    consequences: 'Na een melding mag de privacy officer naar 1 medewerker kijken, samen met iemand van de raad. Die medewerker hoort dat.',
  },
  minutes: MINUTES,
};

export const MOOD_HEADSET: SampleTool = {
  name: 'Headset met stemmingsmeting',
  starter: 'mood-headset',
  units: ['Klantcontact'],
  enforcement: 'attested',
  vendor: 'Sentio Audio',
  product: 'Mood 1',
  request: { decision: '', reasons: '', consequences: '' },
  minutes: '',
};

export const BADGE_HOURS: SampleTool = {
  name: 'Aanwezigheid via de toegangspas',
  starter: 'access-badges',
  units: ['Ruimte en vergunningen'],
  enforcement: 'attested',
  vendor: 'Deurwacht Systemen',
  product: 'Poort 4 met uren',
  request: {
    decision: 'De afdeling gebruikt de tijden van de toegangspas om te zien wie in het gebouw is.',
    reasons: 'Bij een ontruiming moet bekend zijn wie nog binnen is.',
    consequences: 'De bedrijfshulpverlening ziet bij een ontruiming de namen van wie binnen is.',
  },
  minutes: MINUTES,
};

export const REFUSAL =
  'De raad ziet het belang bij een ontruiming. Daarvoor is een telling per verdieping genoeg. Een lijst met tijden per persoon is te veel.';
export const CONSENT = 'De raad stemt in. Het doel is duidelijk, de gegevens zijn beperkt en thuis is het niet strenger dan op kantoor.';
export const CONSENT_WITH_CONDITIONS =
  'De raad stemt in onder voorwaarden. De cijfers helpen bij het plannen. Zij mogen niet terug te voeren zijn op één medewerker.';
export const CONDITIONS = {
  group: 'Cijfers gaan altijd over groepen van 10 of meer medewerkers.',
  promise: 'De planner bespreekt de cijfers elk kwartaal met de raad.',
} as const;

export const HEARD =
  'Collega’s zien sinds vorige week een nieuwe camera boven de ingang van de kantine. Niemand heeft ons daarover iets gevraagd.';

export const CONFIRMED_OFFICE =
  'Beheerscherm gecontroleerd: de instellingen staan zoals goedgekeurd. Een schermafdruk zit in de map van de wijziging.';
export const CONFIRMED_QUEUE = 'Het scherm hangt. De cijfers per medewerker staan uit.';
export const CONFIRMED_TABLETS = 'Het programma staat alleen op tablets van de lijst. De instellingen zijn zoals goedgekeurd.';
export const STOPPED = 'Leidinggevenden bespreken de cijfers per balie. Dat was niet afgesproken.';
export const SITUATION =
  'Ik help mensen met schulden. Wie mij wanneer mailt, staat nu in een logboek. Ik wil niet dat dit van mij wordt vastgelegd.';
export const COMPLAINT =
  'Boven de ingang van de kantine hangt een camera. Er hangt geen bordje bij en niemand weet wie er kijkt. Ik wil weten of ik word gefilmd.';
