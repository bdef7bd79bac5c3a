import { join } from 'node:path';
import type { Config, Settings } from '../platform/config/index.js';

/** The settings, completed with where things are in this run. */
export const configOf = (settings: Settings, databaseUrl: string): Config => ({
  ...settings,
  baseUrl: settings.baseUrl ?? `http://localhost:${settings.port}`,
  databaseUrl,
  mailFolder: join(settings.dataFolder, 'mail'),
});
