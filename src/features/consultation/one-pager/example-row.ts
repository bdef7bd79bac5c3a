import type { Language } from '../../../kernel/actor.js';

interface Example {
  readonly of: RegExp;
  readonly nl: string;
  readonly en: string;
}
const example = (of: RegExp, nl: string, en = nl): Example => ({ of, nl, en });

/** Invented values for the fields that monitoring tools have, by the words in their names. The first that fits counts. */
const EXAMPLES: readonly Example[] = [
  example(/mood|emotion|stress|stemming/, 'gestrest (0,82)', 'stressed (0.82)'),
  example(/score|rating|rank/, '61 van 100', '61 of 100'),
  example(/voice|audio|sound|record|stem|geluid/, 'gesprek-2291.wav', 'call-2291.wav'),
  example(/screen|scherm/, 'scherm-0831.png', 'screen-0831.png'),
  example(/camera|image|video|photo|live|beeld/, 'camera 4, 08.31 uur', 'camera 4, 08:31'),
  example(/place|location|gps|plaats/, 'Stationsweg 12, Amersfoort'),
  example(/badge|door|access_point/, 'deur B2, 08.24 uur', 'door B2, 08:24'),
  example(/phone_number/, '06-12345678'),
  example(/(^|_)ip(_|$)|connection|vpn/, '10.0.4.17, 08.29 uur', '10.0.4.17, 08:29'),
  example(/status|presence|aanwezig/, 'in gesprek', 'in a call'),
  example(/count|number|total|aantal/, '42'),
  example(/duration|minutes|length|duur/, '6 minuten', '6 minutes'),
  example(/call|gesprek/, '08.31 uur, 6 minuten', '08:31, 6 minutes'),
  example(/mail|message|chat|bericht/, 'aan 3 mensen, 08.31 uur', 'to 3 people, 08:31'),
  example(/url|web|site/, 'www.voorbeeld.nl', 'www.example.com'),
  example(/case|zaak/, 'zaak 2026-0417 geopend', 'case 2026-0417 opened'),
  example(/app|program/, 'tekstverwerker, 12 minuten', 'word processor, 12 minutes'),
  example(/alert|alarm|suspicion|security/, 'melding: afwijkend gedrag', 'alert: unusual behaviour'),
  example(/key|typing|toets/, '1.204 toetsen', '1,204 keys'),
  example(/receipt|read|looked|view/, 'geopend, 08.31 uur', 'opened, 08:31'),
  example(/login|logon|sign|time|hour|tijd|inlog/, '08.31 uur', '08:31'),
  example(/device|host|laptop/, 'LAPTOP-0417'),
];

export const exampleOf = (code: string, language: Language): string | null =>
  EXAMPLES.find(({ of }) => of.test(code.toLowerCase()))?.[language] ?? null;
