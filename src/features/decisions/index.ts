export { DecisionLane } from './decision-lane.service.js';
export { DecisionsModule } from './decisions.module.js';
export { DecisionsService } from './decisions.service.js';
