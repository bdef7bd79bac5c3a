import type { Bilingual } from '../starters/starter.js';

const say = (nl: string, en: string): Bilingual => ({ nl, en });

/** The words for the values of choices, wherever they stand. */
export const VALUE_LABELS: Readonly<Record<string, Bilingual>> = {
  // purposes
  security: say('Beveiliging', 'Security'),
  dlp: say('Voorkomen dat gegevens weglekken', 'Preventing data leaks'),
  fraud_investigation: say('Onderzoek naar fraude', 'Fraud investigation'),
  training: say('Opleiding en coaching', 'Training and coaching'),
  quality: say('Kwaliteit van het werk', 'Quality of the work'),
  evaluation: say('Beoordeling van medewerkers', 'Appraisal of employees'),
  evidence: say('Bewijs van afspraken', 'Proof of what was agreed'),
  complaint_handling: say('Behandeling van klachten', 'Handling of complaints'),
  legal_proceedings: say('Rechtszaken', 'Legal proceedings'),
  callback_research: say('Terugbellen voor onderzoek', 'Calling back for research'),
  attendance: say('Aanwezigheid', 'Attendance'),
  time_registration: say('Registratie van werktijd', 'Registration of working time'),
  safety: say('Veiligheid van mensen', 'Safety of people'),
  productivity: say('Productiviteit', 'Productivity'),
  wellbeing: say('Welzijn van medewerkers', 'Wellbeing of employees'),
  cost_allocation: say('Verdeling van kosten', 'Allocation of costs'),
  other: say('Iets anders', 'Something else'),
  // data subjects
  employees: say('Medewerkers in dienst', 'Employees'),
  temps: say('Uitzendkrachten', 'Temporary agency workers'),
  contractors: say('Zelfstandigen en ingehuurde mensen', 'Contractors'),
  customers: say('Klanten en bellers', 'Customers and callers'),
  household_members: say('Huisgenoten van wie thuis werkt', 'Household members of those who work at home'),
  visitors: say('Bezoekers', 'Visitors'),
  minors: say('Kinderen en jongeren tot 18 jaar', 'Children and young people under 18'),
  // devices
  employer: say('Van de werkgever', 'The employer’s'),
  private: say('Van de medewerker zelf', 'The employee’s own'),
  // scope
  all: say('Iedereen', 'Everyone'),
  group: say('Een groep', 'A group'),
  individual: say('Eén of enkele personen', 'One or a few persons'),
  // controller
  controller: say('Wij bepalen zelf waarvoor en hoe', 'We decide ourselves why and how'),
  joint_controller: say('Wij bepalen dit samen met een ander', 'We decide this together with another party'),
  processor: say('Wij voeren het alleen uit voor een ander', 'We only carry it out for another party'),
  // source
  observed: say('Gemeten of opgenomen', 'Measured or recorded'),
  inferred: say('Afgeleid of berekend', 'Inferred or calculated'),
  third_party: say('Van een ander gekregen', 'Received from another party'),
  // special categories
  health: say('Gezondheid', 'Health'),
  union: say('Lidmaatschap van een vakbond', 'Trade union membership'),
  biometric_id: say('Herkenning aan het lichaam (vinger, gezicht, stem)', 'Recognition by the body (finger, face, voice)'),
  genetic: say('Erfelijke gegevens', 'Genetic data'),
  ethnic_origin: say('Afkomst', 'Ethnic origin'),
  political: say('Politieke opvattingen', 'Political opinions'),
  religion: say('Geloof of levensovertuiging', 'Religion or belief'),
  sexual_life: say('Seksuele gerichtheid', 'Sexual life'),
  // vendor claims
  anonymised: say('De gegevens zijn anoniem', 'The data are anonymous'),
  no_personal_data: say('Het zijn geen persoonsgegevens', 'These are not personal data'),
  not_stored: say('Er wordt niets bewaard', 'Nothing is stored'),
  not_biometric: say('Niet biometrisch', 'Not biometric'),
  biometric: say('Biometrisch, zonder iemand te herkennen', 'Biometric, without recognising anyone'),
  compliant: say('Het product voldoet aan de wet', 'The product complies with the law'),
  effective: say('Het werkt bewezen', 'It is proven to work'),
  technically_impossible: say('Anders kan het technisch niet', 'Technically it cannot be done otherwise'),
  vendor_statement: say('Alleen een verklaring van de leverancier', 'Only a statement by the supplier'),
  independent_test: say('Een onafhankelijke test', 'An independent test'),
  // capture
  continuous: say('Doorlopend', 'Continuously'),
  sampled: say('Als steekproef', 'As a sample'),
  event_triggered: say('Bij een gebeurtenis, zoals inloggen', 'At an event, such as signing in'),
  manual_start: say('Als iemand op een knop drukt', 'When somebody presses a button'),
  retroactive_buffer: say('Met een buffer die terug in de tijd opneemt', 'With a buffer that records back in time'),
  live_view: say('Live meekijken of meeluisteren', 'Live viewing or listening in'),
  capture: say('Bij het opnemen: de rest wordt niet opgenomen', 'At capture: the rest is not recorded'),
  selection: say('Achteraf: alles wordt opgenomen, een deel bekeken', 'Afterwards: all is recorded, part is reviewed'),
  per_event: say('Bij iedere keer een signaal', 'A signal each time'),
  afterwards: say('Achteraf een bericht', 'A message afterwards'),
  none: say('Geen', 'None'),
  headset_only: say('Alleen het geluid van de headset', 'Only the sound of the headset'),
  blur: say('De achtergrond is onherkenbaar', 'The background is blurred'),
  no_location: say('De plaats wordt thuis niet vastgelegd', 'The place is not recorded at home'),
  push_to_talk: say('Alleen geluid zolang een knop is ingedrukt', 'Sound only while a button is pressed'),
  hold: say('De beller staat in de wacht', 'The caller is on hold'),
  mute: say('De microfoon staat uit', 'The microphone is muted'),
  break: say('Pauze', 'Break'),
  private_call: say('Privégesprek', 'Private call'),
  screen_lock: say('Het scherm is vergrendeld', 'The screen is locked'),
  logged_off: say('Uitgelogd', 'Logged off'),
  sick_leave: say('Ziek gemeld', 'On sick leave'),
  union_contact: say('Contact met OR of vakbond', 'Contact with the works council or union'),
  medical_contact: say('Contact met een arts of de bedrijfsarts', 'Contact with a doctor or company doctor'),
  // legal bases
  consent: say('Toestemming', 'Consent'),
  contract: say('Uitvoering van een overeenkomst', 'Performance of a contract'),
  legal_obligation: say('Wettelijke plicht', 'Legal obligation'),
  vital_interest: say('Vitaal belang', 'Vital interest'),
  public_task: say('Taak van algemeen belang', 'Public task'),
  legitimate_interest: say('Gerechtvaardigd belang', 'Legitimate interest'),
  employee: say('Het belang van de medewerker', 'The interest of the employee'),
  compatible: say('Past bij het eerste doel', 'Compatible with the first purpose'),
  incompatible: say('Past niet bij het eerste doel', 'Not compatible with the first purpose'),
  // transfers
  adequacy: say('Adequaatheidsbesluit van de Europese Commissie', 'Adequacy decision of the European Commission'),
  dpf: say('Data Privacy Framework (Verenigde Staten)', 'Data Privacy Framework (United States)'),
  scc: say('Modelcontract van de Europese Commissie', 'Standard contract of the European Commission'),
  bcr: say('Bindende regels binnen het concern', 'Binding corporate rules'),
  derogation_49: say('Een uitzondering van AVG art. 49', 'A derogation of GDPR 49'),
  '2021/914': say('Modelcontract van 2021 (2021/914)', 'Standard contract of 2021 (2021/914)'),
  older: say('Een ouder modelcontract', 'An older standard contract'),
  // ai, tests, risk
  prohibited: say('Verboden', 'Prohibited'),
  high_risk_iii_4b: say('Hoog risico (bijlage III, werk)', 'High risk (Annex III, employment)'),
  passed: say('Getest en in orde', 'Tested and passed'),
  failed: say('Getest en niet in orde', 'Tested and failed'),
  authentication: say('Toegang geven aan de juiste persoon', 'Giving access to the right person'),
  low: say('Laag', 'Low'),
  medium: say('Midden', 'Medium'),
  high: say('Hoog', 'High'),
  pending: say('Aangevraagd, nog geen antwoord', 'Asked, no answer yet'),
  cleared: say('De AP heeft geen bezwaar', 'The authority has no objection'),
  warned: say('De AP heeft gewaarschuwd', 'The authority has warned'),
};

const CONTENT_LEVELS = {
  '0': say('Niets', 'Nothing'),
  '1': say('Alleen gegevens over het gebruik, niet de inhoud', 'Only data about use, not the content'),
  '2': say('Ook de inhoud: beeld, geluid, tekst of scherm', 'The content too: image, sound, text or screen'),
};
const MODE_RANKS = {
  '0': say('Niet', 'Not at all'),
  '1': say('Bij een gebeurtenis', 'At an event'),
  '2': say('Als steekproef', 'As a sample'),
  '3': say('Doorlopend', 'Continuously'),
  '4': say('Doorlopend en live mee te kijken', 'Continuously, with live viewing'),
};

const DIGITS = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
const KEYS: Readonly<Record<string, Bilingual>> = {
  ...Object.fromEntries(DIGITS.map((digit) => [digit, say(`Toets ${digit}`, `Key ${digit}`)])),
  '*': say('Sterretje (*)', 'Star (*)'),
  '#': say('Hekje (#)', 'Hash (#)'),
};

/** Words that one attribute has of its own; whole numbers that stand for a step on a ladder among them. */
export const LABELS_OF: Readonly<Record<string, Readonly<Record<string, Bilingual>>>> = {
  'capture.contentLevel': CONTENT_LEVELS,
  'home.contentLevel': CONTENT_LEVELS,
  'office.contentLevel': CONTENT_LEVELS,
  'home.modeRank': MODE_RANKS,
  'office.modeRank': MODE_RANKS,
  'notice.thirdParty.key': KEYS,
  'capture.signal': { none: say('Geen signaal', 'No signal') },
  'transfers[].mechanism': { none: say('Er is niets geregeld', 'Nothing has been arranged') },
  'tool.vendorClaims[].evidence': { none: say('Er is geen bewijs', 'There is no evidence') },
  'tool.biometricClassification': { biometric_id: say('Biometrisch, om iemand te herkennen', 'Biometric, to recognise somebody') },
  'purposes[].balancingTest.balance': {
    employer: say('Het belang van de werkgever weegt zwaarder', 'The interest of the employer weighs more'),
  },
  'tool.ai.classification': { other: say('Geen van beide', 'Neither') },
  'dpia.priorConsultation': { prohibited: say('De AP verbiedt het', 'The authority prohibits it') },
};
