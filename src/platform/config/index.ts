export { SettingsMistake, type Environment } from './reader.js';
export { readSettings, type Config, type Settings } from './settings.js';
export { systemClock } from './system-clock.js';

/** The configuration's injection token: `@Inject(ConfigToken) config: Config`. */
export { ConfigToken } from './config-token.js';
