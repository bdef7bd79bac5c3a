import type { Day } from '../../../kernel/clock.js';
import { type Cells, type CellError, type Column, type PersonInput, readPersonLine } from './person-line.js';

export interface Line {
  /** As an editor counts it; the header is line 1. */
  readonly line: number;
  readonly cells: Cells;
}
export interface LineError extends CellError {
  readonly line: number;
}

/** Somebody who is in the register already. */
export interface Registered {
  readonly staffNumber: string;
  readonly email: string | null;
  readonly managerStaffNumber: string | null;
  /** Holds an accepted role in the council. */
  readonly council: boolean;
  /** Accepted chair or secretary. */
  readonly officer: boolean;
}

export interface ImportCheck {
  readonly errors: readonly LineError[];
  readonly persons: readonly PersonInput[];
  readonly added: number;
  readonly changed: number;
}

interface ReadLine {
  readonly line: number;
  readonly person: PersonInput;
}

/** What the council's own people change themselves: the address that signs them in, and when officers leave office. No seat falls empty as of a day gone by. */
const councilRefusal = (
  known: Pick<Registered, 'email' | 'council' | 'officer'> | undefined,
  person: Pick<PersonInput, 'email' | 'endsOn'>,
  today: Day,
): CellError | null => {
  if (!known?.council) return null;
  if ((known.email ?? '').toLowerCase() !== (person.email ?? '').toLowerCase()) return { column: 'email', code: 'person.council-mail' };
  if (person.endsOn === null) return null;
  if (known.officer) return { column: 'ends_on', code: 'person.council-officer' };
  return person.endsOn < today ? { column: 'ends_on', code: 'person.council-past' } : null;
};

const seen = (lines: readonly ReadLine[], keyOf: (person: PersonInput) => string | null, column: Column, code: string): LineError[] => {
  const first = new Set<string>();
  return lines.flatMap(({ line, person }) => {
    const key = keyOf(person);
    if (key === null) return [];
    if (first.has(key)) return [{ line, column, code }];
    first.add(key);
    return [];
  });
};

const takenMail = (lines: readonly ReadLine[], registered: readonly Registered[]): LineError[] => {
  const inFile = new Set(lines.map(({ person }) => person.staffNumber));
  const owner = new Map(
    registered.flatMap(({ email, staffNumber }) => (email && !inFile.has(staffNumber) ? [[email.toLowerCase(), staffNumber]] : [])),
  );
  return lines.flatMap(({ line, person }) => {
    return person.email && owner.has(person.email.toLowerCase()) ? [{ line, column: 'email' as const, code: 'cell.mail-taken' }] : [];
  });
};

/** The line of managers above each person must end somewhere. Every person is walked over once. */
const circles = (lines: readonly ReadLine[], managerOf: ReadonlyMap<string, string | null>): LineError[] => {
  const endless = new Map<string, boolean>();
  return lines.flatMap(({ line, person }) => {
    const path = new Set<string>();
    let at: string | null | undefined = person.staffNumber;
    while (at && !endless.has(at) && !path.has(at)) {
      path.add(at);
      at = managerOf.get(at);
    }
    const turns = at ? (endless.get(at) ?? true) : false;
    for (const staffNumber of path) endless.set(staffNumber, turns);
    return turns ? [{ line, column: 'manager_staff_number' as const, code: 'cell.manager-circle' }] : [];
  });
};

const lineOrder = (a: LineError, b: LineError): number => a.line - b.line;

/** Reads every line against the register and names each bad one; nothing is applied while one is left. */
export const checkImport = (lines: readonly Line[], registered: readonly Registered[], today: Day): ImportCheck => {
  const read = lines.map(({ line, cells }) => ({ line, read: readPersonLine(cells) }));
  const unreadable = read.flatMap(({ line, read: { ok, ...rest } }) =>
    'errors' in rest && !ok ? rest.errors.map((error) => ({ line, ...error })) : [],
  );
  const good = read.flatMap(({ line, read: one }) => (one.ok ? [{ line, person: one.person }] : []));
  const known = new Map(registered.map((person) => [person.staffNumber, person]));
  const managerOf = new Map([
    ...registered.map(({ staffNumber, managerStaffNumber }): [string, string | null] => [staffNumber, managerStaffNumber]),
    ...lines.map(({ cells }): [string, string | null] => [(cells.staff_number ?? '').trim(), null]),
    ...good.map(({ person }): [string, string | null] => [person.staffNumber, person.managerStaffNumber]),
  ]);
  const unknownManagers = good
    .filter(({ person }) => person.managerStaffNumber !== null && !managerOf.has(person.managerStaffNumber))
    .map(({ line }) => ({ line, column: 'manager_staff_number' as const, code: 'cell.manager-unknown' }));
  const refused = good.flatMap(({ line, person }) => {
    const refusal = councilRefusal(known.get(person.staffNumber), person, today);
    return refusal ? [{ line, ...refusal }] : [];
  });
  const errors = [
    ...unreadable,
    ...seen(good, ({ staffNumber }) => staffNumber, 'staff_number', 'cell.double'),
    ...seen(good, ({ email }) => email?.toLowerCase() ?? null, 'email', 'cell.double'),
    ...takenMail(good, registered),
    ...unknownManagers,
    ...circles(good, managerOf),
    ...refused,
  ];
  const changed = good.filter(({ person }) => known.has(person.staffNumber)).length;
  return { errors: errors.sort(lineOrder), persons: good.map(({ person }) => person), added: good.length - changed, changed };
};
