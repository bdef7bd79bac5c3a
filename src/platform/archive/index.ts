export { csvOf } from './csv.js';
export { type ArchivedFile, zipOf } from './zip.js';
