import type { Language } from '../../kernel/actor.js';
import type { CapabilityAnswer, CapabilityCode } from '../../policy/index.js';

/** What each capability records, said to the person it is about. */
const MEASURED: Readonly<Record<CapabilityCode, Readonly<Record<Language, string>>>> = {
  sign_in_times: { nl: 'Wanneer u inlogt, uitlogt en bereikbaar bent', en: 'When you sign in, sign out and are reachable' },
  hours_and_badges: { nl: 'Uw uren en wanneer u uw pas gebruikt', en: 'Your hours and when you use your pass' },
  biometric_badges: { nl: 'Uw vinger, gezicht of stem om u te herkennen', en: 'Your finger, face or voice, to recognise you' },
  input_counts: {
    nl: 'Hoe vaak u typt of klikt, en welk programma open staat',
    en: 'How often you type or click, and which program is open',
  },
  keystrokes: { nl: 'Wat u typt', en: 'What you type' },
  screenshots: { nl: 'Foto’s van uw scherm', en: 'Pictures of your screen' },
  screen_recording: { nl: 'Een film van uw scherm', en: 'A film of your screen' },
  webcam: { nl: 'Beeld van uw camera', en: 'Images from your camera' },
  microphone: { nl: 'Geluid van uw microfoon of uit de kamer', en: 'Sound from your microphone or the room' },
  calls_sampled: { nl: 'Een deel van uw gesprekken (steekproef)', en: 'Part of your calls (a sample)' },
  calls_recorded: { nl: 'Uw gesprekken', en: 'Your calls' },
  calls_listened_in: { nl: 'Meeluisteren met uw gesprekken', en: 'Listening in on your calls' },
  mail_content: { nl: 'Wat er in uw e-mail, chat en internet staat', en: 'What is in your e-mail, chat and internet' },
  mail_metadata: { nl: 'Met wie u mailt en chat, en welke sites u opent', en: 'Whom you mail and chat with, and which sites you open' },
  security_metadata: { nl: 'Meldingen van de beveiliging, zoals inloggen op afstand', en: 'Security reports, such as remote sign-in' },
  security_content: { nl: 'De inhoud van bestanden die de beveiliging tegenhoudt', en: 'The content of files that security stops' },
  place: { nl: 'Waar u, uw apparaat of uw auto is', en: 'Where you, your device or your car is' },
  site_cameras: { nl: 'Camerabeelden in het gebouw', en: 'Camera images in the building' },
  site_cameras_live: { nl: 'Live meekijken met camera’s in het gebouw', en: 'Watching cameras in the building live' },
  behaviour_analysis: { nl: 'Hoe u loopt, beweegt, praat of typt', en: 'How you walk, move, talk or type' },
  scores: { nl: 'Een score of ranglijst van medewerkers', en: 'A score or ranking of employees' },
  mood: { nl: 'Uw stemming, stress of aandacht', en: 'Your mood, stress or attention' },
  worn_sensor: { nl: 'Metingen van een apparaat op uw lichaam', en: 'Measurements of a device on your body' },
};

/** What people ask first. */
const ASKED_FIRST: readonly CapabilityCode[] = ['keystrokes', 'screenshots', 'webcam', 'microphone', 'mail_content', 'place'];
const askedFirst = (codes: readonly CapabilityCode[]): readonly CapabilityCode[] => [
  ...ASKED_FIRST.filter((code) => codes.includes(code)),
  ...codes.filter((code) => !ASKED_FIRST.includes(code)),
];

const said = (codes: readonly CapabilityCode[]): Readonly<Record<Language, readonly string[]>> => ({
  nl: codes.map((code) => MEASURED[code].nl),
  en: codes.map((code) => MEASURED[code].en),
});

/** On, or not known to be off: unknown is never "not measured". */
export const measuredBy = (answers: readonly CapabilityAnswer[]): Readonly<Record<Language, readonly string[]>> =>
  said(answers.filter(({ can, on }) => can !== false && on !== false).map(({ code }) => code));
/** Known to be off, or not there. What people ask first stands first. */
export const notMeasuredBy = (answers: readonly CapabilityAnswer[]): Readonly<Record<Language, readonly string[]>> =>
  said(askedFirst(answers.filter(({ can, on }) => can === false || on === false).map(({ code }) => code)));
