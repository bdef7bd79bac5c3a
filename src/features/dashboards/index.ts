export { ClosingService } from './closing.service.js';
export { DashboardsModule } from './dashboards.module.js';
