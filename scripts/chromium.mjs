import { existsSync } from 'node:fs';

/** Debian's Chromium without windows takes half the time of the whole one; either will do. */
const PLACES = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];

/** The browser of the tests: CHROMIUM, or the first that Debian put there. The file may be missing. */
export const chromiumPath = process.env.CHROMIUM ?? PLACES.find((path) => existsSync(path)) ?? '/usr/bin/chromium';
