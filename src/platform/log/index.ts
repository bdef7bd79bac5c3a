export { describeError } from './describe-error.js';
export { log } from './log.js';
