export { ConfigToken } from './config-token.js';
export { DemoControlsToken, type DemoControls } from './demo-controls.js';
export { FirstRun } from './first-run.js';
export { SettingsMistake, type Environment } from './reader.js';
export { readSettings, type Config, type Settings } from './settings.js';
export { systemClock } from './system-clock.js';
