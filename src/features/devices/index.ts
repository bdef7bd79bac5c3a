export { deviceScopeOf } from './device-scope.js';
export { devicePaths } from './devices.paths.js';
export { DevicesModule } from './devices.module.js';
