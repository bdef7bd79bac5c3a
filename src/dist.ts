import { fileURLToPath } from 'node:url';

/** The folder that a build writes to: what runs stands one folder deep in it, bundled or not. */
export const DIST = fileURLToPath(new URL('..', import.meta.url));
