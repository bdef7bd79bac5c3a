export { type CsvLine, type CsvRead, readCsvFile } from './read-csv.js';
