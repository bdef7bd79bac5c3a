export { CallersModule } from './callers.module.js';
export { callerPaths } from './callers.paths.js';
export { callerRequestsInHand, type CallerLoad } from './requests.repository.js';
