export { ReportsModule } from './reports.module.js';
export { CountsService } from './counts/counts.service.js';
export { reportPaths } from './reports.paths.js';
