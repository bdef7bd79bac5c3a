import fc from 'fast-check';
import { invitationText, type Invitation } from './invitation.js';

/** Reads RFC 5545: unfolds the lines, takes name, parameters and value apart, and undoes the escapes of a text. */
const parsed = (file: string) => {
  const lines = file.replace(/\r\n[ \t]/g, '').split('\r\n');
  expect(lines.pop()).toBe('');
  return lines.map((line) => {
    const found = /^([A-Z-]+)((?:;[A-Z-]+=[^:;]+)*):(.*)$/su.exec(line);
    if (!found) throw new Error(`Expected: a content line. Found: ${line}`);
    const [, name = '', parameters = '', value = ''] = found;
    return { name, parameters, value, text: value.replace(/\\([\\;,nN])/g, (_, c: string) => (c.toLowerCase() === 'n' ? '\n' : c)) };
  });
};
const given: Invitation = {
  id: 'r_1',
  sequence: 1,
  madeAt: new Date('2026-03-05T09:00:00Z'),
  startsAt: new Date('2026-03-30T12:00:00Z'),
  summary: 'Overleg: Aanmelden, thuis; kantoor',
  place: 'Kamer 3\\4',
  agenda: ['Wie kijkt er?', 'Hoe lang\nbewaart u?'],
  url: 'https://or.example.org/council/requests/r_1/meetings',
};
const fieldOf = (of: Invitation, name: string) => {
  const lines = parsed(invitationText(of));
  const from = lines.findIndex(({ name: begin, value }) => begin === 'BEGIN' && value === 'VEVENT');
  return lines.slice(from).find((line) => line.name === name);
};

describe('an invitation for a calendar', () => {
  it('says when, on the clock in Amsterdam, and brings that clock along', () => {
    expect(fieldOf(given, 'DTSTART')).toMatchObject({ parameters: ';TZID=Europe/Amsterdam', value: '20260330T140000' });
    expect(fieldOf({ ...given, startsAt: new Date('2026-03-27T13:00:00Z') }, 'DTSTART')?.value).toBe('20260327T140000');
    const lines = parsed(invitationText(given));
    expect(lines.filter(({ name }) => name === 'TZID').map(({ value }) => value)).toEqual(['Europe/Amsterdam']);
    expect(lines.filter(({ name }) => name === 'TZOFFSETTO').map(({ value }) => value)).toEqual(['+0200', '+0100']);
  });
  it('keeps commas, semicolons, backslashes and line breaks', () => {
    expect(fieldOf(given, 'SUMMARY')?.text).toBe(given.summary);
    expect(fieldOf(given, 'LOCATION')?.text).toBe(given.place);
    expect(fieldOf(given, 'DESCRIPTION')?.text).toBe('1. Wie kijkt er?\n2. Hoe lang\nbewaart u?');
  });
  it('replaces the earlier date of the same meeting', () => {
    expect([fieldOf(given, 'UID')?.value, fieldOf(given, 'SEQUENCE')?.value]).toEqual(['r_1@countersign', '1']);
    expect(fieldOf(given, 'DTSTAMP')?.value).toBe('20260305T090000Z');
  });
  it('closes what it opens, in order', () => {
    const open: string[] = [];
    for (const { name, value } of parsed(invitationText(given))) {
      if (name === 'BEGIN') open.push(value);
      if (name === 'END') expect(open.pop()).toBe(value);
    }
    expect(open).toEqual([]);
  });
  it('can be read back whatever is written in it, and no line is longer than 75 octets', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 300 }).map((text) => text.replace(/\p{Cc}/gu, ' '));
    fc.assert(
      fc.property(words, words, fc.array(words, { maxLength: 4 }), (summary, place, agenda) => {
        const of = { ...given, summary, place, agenda };
        for (const line of invitationText(of).split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(fieldOf(of, 'SUMMARY')?.text).toBe(summary);
        expect(fieldOf(of, 'LOCATION')?.text).toBe(place);
      }),
      { examples: [['', '', ['\u2028']]] },
    );
  });
});
