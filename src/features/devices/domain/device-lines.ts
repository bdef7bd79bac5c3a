export const FILE_ACTS = ['add', 'remove'] as const;
export type FileAct = (typeof FILE_ACTS)[number];
export type DeviceColumn = 'device' | 'staff_number';

export const MOST_DEVICES = 20_000;
export const LONGEST_DEVICE = 100;
const LONGEST_NUMBER = 50;

export interface DeviceLine {
  readonly line: number;
  readonly device: string;
  readonly staffNumber: string;
}
export interface LineFault {
  readonly line: number;
  readonly column: DeviceColumn;
  readonly code: 'missing' | 'long' | 'control' | 'double' | 'unknown-number' | 'of-other' | 'listed' | 'not-listed' | 'too-many';
}

/** What is known of the devices and staff numbers that the lines name. Devices in small letters. */
export interface Known {
  /** Person by staff number, of those who work here. */
  readonly persons: ReadonlyMap<string, string>;
  /** To whom HR's list gives a device. */
  readonly owners: ReadonlyMap<string, readonly string[]>;
  /** Devices that stand on the tool's list, with their ids. */
  readonly listed: ReadonlyMap<string, string>;
  /** How many stand there. */
  readonly count: number;
}

export interface CheckedLines {
  readonly faults: readonly LineFault[];
  /** To put on the list. */
  readonly added: readonly { readonly device: string; readonly personId: string }[];
  /** Ids of devices to take off. */
  readonly removed: readonly string[];
}

export const keyOf = (device: string): string => device.toLowerCase();

const CONTROL = /\p{Cc}/u;
const faultOfText = (text: string, most: number): 'missing' | 'long' | 'control' | null => {
  if (text === '') return 'missing';
  if (text.length > most) return 'long';
  return CONTROL.test(text) ? 'control' : null;
};

const faultOfAdding = ({ device, staffNumber }: DeviceLine, known: Known): Omit<LineFault, 'line'> | null => {
  const wrong = faultOfText(staffNumber, LONGEST_NUMBER);
  if (wrong) return { column: 'staff_number', code: wrong };
  const personId = known.persons.get(staffNumber);
  if (personId === undefined) return { column: 'staff_number', code: 'unknown-number' };
  if (known.listed.has(keyOf(device))) return { column: 'device', code: 'listed' };
  const owners = known.owners.get(keyOf(device)) ?? [];
  return owners.length > 0 && !owners.includes(personId) ? { column: 'device', code: 'of-other' } : null;
};

const faultOf = (line: DeviceLine, act: FileAct, known: Known, seen: Set<string>): Omit<LineFault, 'line'> | null => {
  const wrong = faultOfText(line.device, LONGEST_DEVICE);
  if (wrong) return { column: 'device', code: wrong };
  const key = keyOf(line.device);
  if (seen.has(key)) return { column: 'device', code: 'double' };
  seen.add(key);
  if (act === 'add') return faultOfAdding(line, known);
  return known.listed.has(key) ? null : { column: 'device', code: 'not-listed' };
};

/** What the lines would do, and each line that stops it. */
export const checkDeviceLines = (lines: readonly DeviceLine[], act: FileAct, known: Known): CheckedLines => {
  const seen = new Set<string>();
  const faults = lines.flatMap((line): LineFault[] => {
    const fault = faultOf(line, act, known, seen);
    return fault ? [{ line: line.line, ...fault }] : [];
  });
  const last = lines.at(-1);
  if (act === 'add' && last && known.count + lines.length > MOST_DEVICES)
    faults.push({ line: last.line, column: 'device', code: 'too-many' });
  if (faults.length > 0) return { faults, added: [], removed: [] };
  if (act === 'remove') return { faults, added: [], removed: lines.map(({ device }) => known.listed.get(keyOf(device)) ?? '') };
  return {
    faults,
    added: lines.map(({ device, staffNumber }) => ({ device, personId: known.persons.get(staffNumber) ?? '' })),
    removed: [],
  };
};
