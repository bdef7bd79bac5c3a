export { TransparencyModule } from './transparency.module.js';
export { transparencyPaths } from './transparency.paths.js';
