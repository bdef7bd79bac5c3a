export { AgentsModule } from './agents.module.js';
export { agentPaths } from './agents.paths.js';
export { EnrolmentService } from './enrolment.service.js';
