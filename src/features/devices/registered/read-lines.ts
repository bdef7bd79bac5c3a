import { type CsvRead, readCsvFile } from '../../../platform/csv/index.js';
import { type DeviceColumn, type DeviceLine, type FileAct, MOST_DEVICES } from '../domain/device-lines.js';

const COLUMNS: readonly DeviceColumn[] = ['device', 'staff_number'];

/** A file with devices: `device,staff_number` to put them on the list, `device` to take them off. */
export const readDeviceFile = (bytes: Uint8Array, does: FileAct): CsvRead<DeviceColumn> =>
  readCsvFile(bytes, {
    columnOf: (name) => COLUMNS.find((column) => column === name) ?? null,
    required: does === 'add' ? COLUMNS : ['device'],
    mostLines: MOST_DEVICES,
  });

export const linesOf = (read: Extract<CsvRead<DeviceColumn>, { ok: true }>): readonly DeviceLine[] =>
  read.lines.map(({ line, cells }) => ({ line, device: cells.device?.trim() ?? '', staffNumber: cells.staff_number?.trim() ?? '' }));
