export { ReportsModule } from './reports.module.js';
export { reportPaths } from './reports.paths.js';
