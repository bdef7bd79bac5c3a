export { HomeModule } from './home.module.js';
export { homePaths } from './home.paths.js';
