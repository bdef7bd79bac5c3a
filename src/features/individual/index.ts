export { individualInHand, type IndividualInHand } from './in-hand.js';
export { IndividualModule } from './individual.module.js';
export { individualPaths } from './individual.paths.js';
export { IndividualService } from './individual.service.js';
export { LookingService } from './looking.service.js';
export { SecondsService } from './seconds.service.js';
export { TellingService } from './telling.service.js';
