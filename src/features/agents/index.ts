export { AgentsModule } from './agents.module.js';
export { agentPaths } from './agents.paths.js';
export { DevicesService } from './devices.service.js';
export { EnrolmentService, type NewCode } from './enrolment.service.js';
export { type IssuedLease, LeaseService } from './lease.service.js';
export { devicesOf, devicesWaitingFor } from './bindings.repository.js';
