export { CaseKeysService } from './case-keys.service.js';
export { pictureWithoutMetadata } from './clean-file.js';
export { ComplaintsModule } from './complaints.module.js';
export { complaintsInHand, type CaseLoad } from './in-hand.repository.js';
export { complaintPaths } from './complaints.paths.js';
export { ComplaintsService } from './complaints.service.js';
