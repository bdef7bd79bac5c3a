export { deviceScopeOf } from './device-scope.js';
export { DevicesModule } from './devices.module.js';
