export { IndividualModule } from './individual.module.js';
export { individualInHand, type IndividualInHand } from './in-hand.js';
export { individualPaths } from './individual.paths.js';
