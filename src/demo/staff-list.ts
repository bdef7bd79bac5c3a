import { addressOf, nameAt, SAMPLE_PEOPLE, SIZES, UNITS, type UnitName } from './sample-organisation.catalogue.js';

const HEADER = 'staff_number,name,email,unit,manager_staff_number,language,starts_on,ends_on,works_at_home,device';
const FIRST_NUMBER = 1001;
const DIRECTOR = 'Margriet van Loon';
const TEAM_LEADS: Readonly<Partial<Record<UnitName, string>>> = { Klantcontact: 'Wouter Blom', 'Directie en staf': DIRECTOR };

interface Line {
  readonly number: number;
  readonly name: string;
  readonly unit: UnitName;
}

/** The 23 whom the demo introduces, then as many others as fill each unit. */
const everyone = (): readonly Line[] => {
  const known = SAMPLE_PEOPLE.map(({ name, unit }, at): Line => ({ number: FIRST_NUMBER + at, name, unit }));
  const others = UNITS.flatMap((unit) => {
    const room = SIZES[unit] - known.filter((line) => line.unit === unit).length;
    return Array.from({ length: Math.max(0, room) }, () => unit);
  });
  return [...known, ...others.map((unit, at): Line => ({ number: FIRST_NUMBER + known.length + at, name: nameAt(at), unit }))];
};

/** Of somebody whom the demo introduces. */
export const staffNumberOf = (name: string): string => String(FIRST_NUMBER + SAMPLE_PEOPLE.findIndex((person) => person.name === name));

const leadOf = (unit: UnitName, lines: readonly Line[]): Line | undefined =>
  lines.find(({ name }) => name === TEAM_LEADS[unit]) ??
  lines.find((line) => line.unit === unit && line.number >= FIRST_NUMBER + SAMPLE_PEOPLE.length);

const managerOf = (line: Line, lines: readonly Line[]): number | string => {
  if (line.name === DIRECTOR) return '';
  const lead = leadOf(line.unit, lines);
  return (lead && lead !== line ? lead : lines.find(({ name }) => name === DIRECTOR))?.number ?? '';
};

/** Who works outside or at a counter often has no address of their own: those people are told on their own page, or on paper. */
const hasMail = ({ number, unit }: Line): boolean => unit === 'Bedrijfsvoering' || unit === 'Informatievoorziening' || number % 4 === 0;

/** The staff file as HR would upload it. Two in three work at home; some read English. */
export const staffList = (startsOn: string): string => {
  const lines = everyone();
  const seen = new Set<string>();
  const rows = lines.map((line) => {
    const address = addressOf(line.name);
    const own = seen.has(address) ? address.replace('@', `.${line.number}@`) : address;
    seen.add(address);
    const email = line.number < FIRST_NUMBER + SAMPLE_PEOPLE.length || hasMail(line) ? own : '';
    const language = line.number % 17 === 0 ? 'en' : 'nl';
    const atHome = line.number % 3 === 0 ? 'nee' : 'ja';
    const device = `LAPTOP-${line.number}`;
    return [line.number, line.name, email, line.unit, managerOf(line, lines), language, startsOn, '', atHome, device].join(',');
  });
  return `${[HEADER, ...rows].join('\n')}\n`;
};
