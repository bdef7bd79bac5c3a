export { AgentDoor } from './agent-door.service.js';
export { AgentsModule } from './agents.module.js';
export { agentPaths } from './agents.paths.js';
export { incidentPaths } from './incidents/incidents.paths.js';
export { countOpenIncidents } from './incidents/incidents.repository.js';
export { raiseIncident } from './incidents/raise-incident.js';
export { EnrolmentService } from './enrolment.service.js';
export { SigningKeys } from './signing-keys.js';
