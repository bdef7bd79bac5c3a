import { catalogue, text } from './catalogue.js';
import { formatClock, formatDay, formatInstant, formatInstantDay } from './formats.js';
import { GLOSSARY_TERMS, glossaryCatalogue } from './glossary.catalogue.js';
import { roleName, rolesCatalogue } from './roles.catalogue.js';
import { ROLES } from '../../kernel/actor.js';

const sample = catalogue(
  { open: '{n, plural, one {# eis staat} other {# eisen staan}} open', quoted: "Pagina's <b> van {name}" },
  { open: '{n, plural, one {# requirement is} other {# requirements are}} open', quoted: "Pages' <b> of {name}" },
);

describe('a catalogue', () => {
  it('counts in each language', () => {
    expect(text(sample, 'nl')('open', { n: 1 })).toBe('1 eis staat open');
    expect(text(sample, 'en')('open', { n: 2 })).toBe('2 requirements are open');
    expect(text(sample, 'nl')('open', { n: 4812 })).toBe('4.812 eisen staan open');
  });
  it('leaves markup and apostrophes as they stand', () =>
    expect(text(sample, 'nl')('quoted', { name: "<i>'" })).toBe("Pagina's <b> van <i>'"));
  it('refuses a message whose value is missing', () => expect(() => text(sample, 'nl')('quoted')).toThrow('name'));
  it('refuses, when it is compiled, an English text that lacks a key or has one too many', () => {
    // @ts-expect-error the English lacks a key
    catalogue({ a: 'a', b: 'b' }, { a: 'a' });
    // @ts-expect-error the English has a key of its own
    catalogue({ a: 'a' }, { a: 'a', c: 'c' });
    // @ts-expect-error no such key
    expect(() => text(sample, 'nl')('closed')).toThrow();
  });
});

describe('a date', () => {
  const winter = new Date('2026-03-26T13:00:00Z');
  it('is written in full, in Amsterdam', () => {
    expect(formatDay('2026-03-26', 'nl')).toBe('26 maart 2026');
    expect(formatDay('2026-03-26', 'en')).toBe('26 March 2026');
    expect(formatInstant(winter, 'nl')).toBe('26 maart 2026, 14.00 uur');
    expect(formatInstant(winter, 'en')).toBe('26 March 2026, 14:00');
  });
  it('takes the Amsterdam day when it is already tomorrow there', () => {
    const late = new Date('2026-07-01T22:00:00Z');
    expect(formatInstantDay(late, 'nl')).toBe('2 juli 2026');
    expect(formatClock(late, 'nl')).toBe('00.00 uur');
  });
});

describe('the words of the house', () => {
  it('names every role in both languages', () => {
    for (const role of ROLES) expect([roleName(role, 'nl'), roleName(role, 'en')]).not.toContain('');
    expect(roleName('dpo', 'nl')).toBe('Functionaris gegevensbescherming (FG)');
  });
  it('explains each term in both languages', () => {
    for (const language of ['nl', 'en'] as const)
      for (const term of GLOSSARY_TERMS) {
        expect(text(glossaryCatalogue, language)(`${term}.name`)).not.toBe('');
        expect(text(glossaryCatalogue, language)(`${term}.meaning`)).toMatch(/\.$/u);
      }
  });
  it('never uses a word in Dutch that will be misread', () => {
    const dutch = [...Object.values(glossaryCatalogue.nl), ...Object.values(rolesCatalogue.nl)].join(' ');
    expect(dutch).not.toMatch(/\b(?:agent|vergunning|vingerafdruk|middel|gate|lease|ingest)\b/iu);
  });
});
