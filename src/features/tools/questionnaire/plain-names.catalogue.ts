import type { Language } from '../../../kernel/actor.js';

const say = (nl: string, en: string): Readonly<Record<Language, string>> => ({ nl, en });

/** Plain words for the codes of data that the starters use; another code is read as it stands. */
const DATA: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  agent_status: say('status aan de telefoon', 'phone status'),
  app_usage: say('gebruikte programma’s', 'programs used'),
  badge_event: say('gebruik van de pas', 'use of the badge'),
  call_counts: say('aantal gesprekken', 'number of calls'),
  call_metadata: say('gegevens over het gesprek', 'data about the call'),
  camera_image: say('camerabeeld', 'camera image'),
  case_access: say('geopende zaken', 'cases opened'),
  connection_log: say('verbindingen', 'connections'),
  device_name: say('naam van het apparaat', 'name of the device'),
  live_image: say('live beeld', 'live image'),
  login_time: say('moment van inloggen', 'moment of signing in'),
  message_metadata: say('gegevens over berichten', 'data about messages'),
  mood: say('stemming', 'mood'),
  phone_number: say('telefoonnummer', 'phone number'),
  read_receipt: say('bericht geopend', 'message opened'),
  screen_image: say('beeld van het scherm', 'image of the screen'),
  security_alert: say('beveiligingsmelding', 'security alert'),
  sign_in: say('inloggen', 'signing in'),
  suspicion_alert: say('melding van verdenking', 'alert of suspicion'),
  voice: say('stem', 'voice'),
  who_looked: say('wie keek', 'who looked'),
};
/** The same for functions. */
const FUNCTIONS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  coach: say('coach', 'coach'),
  facility_desk: say('facilitaire balie', 'facility desk'),
  hr_registrar: say('HR', 'HR'),
  org_admin: say('beheerder', 'administrator'),
  security_officer: say('beveiligingsfunctionaris', 'security officer'),
  shop_security: say('winkelbeveiliging', 'shop security'),
  shop_staff: say('winkelpersoneel', 'shop staff'),
  team_lead: say('teamleider', 'team lead'),
  team_planner: say('teamplanner', 'team planner'),
};

export const plainName = (code: string, language: Language): string =>
  (DATA[code] ?? FUNCTIONS[code])?.[language] ?? code.replace(/_/g, ' ');

/** The codes that everybody here knows without having typed them. */
export const KNOWN_CODES = { data: Object.keys(DATA), functions: Object.keys(FUNCTIONS) } as const;
