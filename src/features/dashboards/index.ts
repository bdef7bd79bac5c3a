export { DashboardsModule } from './dashboards.module.js';
export { dashboardPaths } from './dashboards.paths.js';
