import type { Language } from '../../kernel/actor.js';
import type { CapabilityCode } from './domain/capabilities.js';
import { say } from './questions/ask.js';
import type { Bilingual } from './starters/starter.js';

/** What a product can do, in plain words. */
export const CAPABILITY_TEXTS: Readonly<Record<CapabilityCode, Bilingual>> = {
  sign_in_times: say(
    'Vastleggen wanneer iemand in- en uitlogt, of tonen of iemand er is',
    'Recording when somebody signs in and out, or showing whether somebody is present',
  ),
  hours_and_badges: say('Uren, in- en uitklokken of toegangspasjes vastleggen', 'Recording hours, clocking in and out, or access badges'),
  biometric_badges: say('Iemand herkennen aan vinger, gezicht of stem', 'Recognising somebody by finger, face or voice'),
  input_counts: say(
    'Tellen van toetsen, muis, actieve minuten of gebruikte programma’s',
    'Counting keys, mouse, active minutes or programs in use',
  ),
  keystrokes: say('Vastleggen wat iemand typt', 'Recording what somebody types'),
  screenshots: say('Schermafbeeldingen maken', 'Taking screenshots'),
  screen_recording: say('Het scherm als film opnemen', 'Recording the screen as a film'),
  webcam: say('Beeld of foto’s maken met de webcam', 'Taking images or photos with the webcam'),
  microphone: say('Geluid opnemen met de microfoon', 'Recording sound with the microphone'),
  calls_sampled: say('Een deel van de telefoongesprekken opnemen, als steekproef', 'Recording part of the phone calls, as a sample'),
  calls_recorded: say('Alle telefoongesprekken opnemen', 'Recording all phone calls'),
  calls_listened_in: say('Live meeluisteren met telefoongesprekken', 'Listening in on phone calls live'),
  mail_content: say('De inhoud van mail, chat of bezochte pagina’s bekijken', 'Viewing the content of mail, chat or pages visited'),
  mail_metadata: say(
    'Vastleggen wie mailt of chat, of welke sites iemand bezoekt',
    'Recording who mails or chats, or which sites somebody visits',
  ),
  security_metadata: say(
    'Beveiliging van apparaten en netwerk (zoals VPN), zonder inhoud',
    'Security of devices and network (such as VPN), without content',
  ),
  security_content: say('Beveiliging die ook in bestanden of berichten kijkt', 'Security that also looks into files or messages'),
  place: say('Vastleggen waar een apparaat, auto of persoon is', 'Recording where a device, car or person is'),
  site_cameras: say('Camera’s in of om een gebouw, met opname', 'Cameras in or around a building, recording'),
  site_cameras_live: say('Live meekijken met camera’s in of om een gebouw', 'Watching cameras in or around a building live'),
  behaviour_analysis: say('Houding, loop, stem, gebaren of typritme ontleden', 'Analysing posture, gait, voice, gestures or typing rhythm'),
  scores: say('Een score of rangorde van mensen maken', 'Making a score or ranking of people'),
  mood: say('Stemming, stress of aandacht afleiden', 'Inferring mood, stress or attention'),
  worn_sensor: say('Meten met een sensor op het lichaam', 'Measuring with a sensor on the body'),
};

/** The words for `tool.category`. */
export const CATEGORY_TEXTS: Readonly<Record<string, Bilingual>> = {
  time_registration: say('urenregistratie', 'time registration'),
  login_presence: say('aanmelden en aanwezigheid', 'sign-in and presence'),
  input_activity_tracker: say('meten van activiteit', 'activity tracking'),
  keystroke_logger: say('vastleggen van toetsen', 'keystroke logging'),
  screenshot: say('schermafbeeldingen', 'screenshots'),
  screen_recording: say('schermopname', 'screen recording'),
  webcam: say('webcam', 'webcam'),
  microphone: say('microfoon', 'microphone'),
  call_recording: say('gespreksopname', 'call recording'),
  email_internet: say('mail en internet', 'mail and internet'),
  dlp_security: say('beveiliging van gegevens en apparaten', 'data and device security'),
  location: say('plaatsbepaling', 'location'),
  video_surveillance: say('cameratoezicht', 'video surveillance'),
  behaviour_analytics: say('analyse van gedrag', 'behaviour analytics'),
  productivity_score: say('score van mensen', 'scoring of people'),
  biometric_access: say('biometrische toegang', 'biometric access'),
  wearable: say('sensor op het lichaam', 'body-worn sensor'),
  other: say('iets anders', 'something else'),
};

/** `tool.category` in plain words; a code without words is read as it stands. */
export const categoryName = (code: string, language: Language): string => CATEGORY_TEXTS[code]?.[language] ?? code;
