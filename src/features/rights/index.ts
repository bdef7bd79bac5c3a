export { RightsModule } from './rights.module.js';
export { rightsPaths } from './rights.paths.js';
export { rightsInHand, type RightsLoad } from './rights.repository.js';
export { MandatesService } from './mandates/mandates.service.js';
export { ActingForService } from './mandates/acting-for.service.js';
