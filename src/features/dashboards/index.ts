export { ClosingService } from './closing.service.js';
export { DashboardsModule } from './dashboards.module.js';
export { insertLook } from './dashboards.repository.js';
export { isClosed } from './domain/closed.js';
