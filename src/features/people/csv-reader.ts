import { type CsvRead, readCsvFile } from '../../platform/csv/index.js';
import { COLUMNS, type Column, REQUIRED_COLUMNS } from './domain/person-line.js';

const MOST_LINES = 50_000;

/** Reads the register's file: a header with the known columns. */
export const readCsv = (bytes: Uint8Array): CsvRead<Column> =>
  readCsvFile(bytes, {
    columnOf: (name) => COLUMNS.find((column) => column === name) ?? null,
    required: REQUIRED_COLUMNS,
    mostLines: MOST_LINES,
  });
