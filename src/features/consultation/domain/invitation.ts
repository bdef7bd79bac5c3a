import { amsterdamClock } from './amsterdam.js';

/** One planned meeting, for the calendar of whoever is invited. */
export interface Invitation {
  /** The same for every date of one meeting, so that a calendar replaces the old one. */
  readonly id: string;
  /** Counts up with every newly agreed date. */
  readonly sequence: number;
  readonly madeAt: Date;
  readonly startsAt: Date;
  readonly summary: string;
  readonly place: string;
  readonly agenda: readonly string[];
  /** The page of the meeting. */
  readonly url: string;
}

const LINE_OCTETS = 75;
const compact = (text: string): string => text.replace(/[-:]/g, '');
const utc = (at: Date): string => `${compact(at.toISOString().slice(0, 19))}Z`;
const local = (at: Date): string => {
  const { day, time } = amsterdamClock(at);
  return `${compact(day)}T${compact(time)}00`;
};

/** RFC 5545, 3.3.11: a text value on one line. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');

/** RFC 5545, 3.1: no line is longer than 75 octets; the rest follows after a line break and a space. */
const folded = (line: string): string => {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > LINE_OCTETS) {
      lines.push(current);
      current = ' ';
      octets = 1;
    }
    current += character;
    octets += size;
  }
  return [...lines, current].join('\r\n');
};

/** Summer and winter time in Amsterdam, as they have been since 1996. */
const ZONE = [
  'BEGIN:VTIMEZONE',
  'TZID:Europe/Amsterdam',
  'BEGIN:DAYLIGHT',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/** The meeting as a file that calendars read (RFC 5545). */
export const invitationText = (of: Invitation): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Countersign//Countersign//NL',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...ZONE,
    'BEGIN:VEVENT',
    `UID:${of.id}@countersign`,
    `SEQUENCE:${of.sequence}`,
    `DTSTAMP:${utc(of.madeAt)}`,
    `DTSTART;TZID=Europe/Amsterdam:${local(of.startsAt)}`,
    'DURATION:PT1H',
    `SUMMARY:${escaped(of.summary)}`,
    `LOCATION:${escaped(of.place)}`,
    ...(of.agenda.length > 0 ? [`DESCRIPTION:${escaped(of.agenda.map((item, at) => `${at + 1}. ${item}`).join('\n'))}`] : []),
    `URL:${of.url}`,
    'STATUS:CONFIRMED',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n');
