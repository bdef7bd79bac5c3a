export { RightsModule } from './rights.module.js';
export { rightsPaths } from './rights.paths.js';
export { rightsInHand, type RightsLoad } from './rights.repository.js';
