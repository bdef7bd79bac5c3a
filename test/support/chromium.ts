import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { chromiumPath } from '../../scripts/chromium.mjs';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost , EXCLUDE 127.0.0.1',
];

/** Debian's Chromium, which can reach nothing but this machine. */
export const launchChromium = (): Promise<Browser> => chromium.launch({ executablePath: chromiumPath, args: FLAGS });

const axeSource = readFileSync(createRequire(join(process.cwd(), 'package.json')).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const running = (runOnly: readonly string[]): string => `axe.run(document, { runOnly: ${JSON.stringify(runOnly)} }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => id + ': ' + html.slice(0, 160))))`;
const RUN = running(RULES);
/** What other colours can change; the rest of a page is the same in the dark. */
const RUN_COLOURS = running(['color-contrast', 'link-in-text-block']);

/** What axe finds on the page as it stands, a line for each place. Empty is good. */
export const axeFindings = async (page: Page): Promise<string[]> => {
  await page.evaluate(axeSource);
  return page.evaluate<string[]>(RUN);
};

/** The same, of what its colours decide, on a page that axe looked at before in others. */
export const axeColours = (page: Page): Promise<string[]> => page.evaluate<string[]>(RUN_COLOURS);

/** A desk's width, and no higher than a page needs to be clicked on: what lies below is not drawn, which is a quarter of the browser's work. */
export const DESK = { width: 1280, height: 250 };

/** How many pixels the page is wider than its window. */
export const overflowOf = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
