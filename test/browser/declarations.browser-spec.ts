import type { Browser } from 'playwright-core';
import { toolPaths } from '../../src/features/tools/index.js';
import { appFor, type TestApp } from '../support/app.js';
import { BrowserPerson } from '../support/browser-person.js';
import { axeFindings, launchChromium, overflowOf } from '../support/chromium.js';
import { givenDeclarations } from '../support/given-declarations.js';
import { givenStaff, type Staff } from '../support/given-people.js';
import { givenTool, givenUnit } from '../support/given-tools.js';

const NOW = new Date('2026-02-02T09:00:00Z');
const PAGES = ['grade', 'metrics', 'dashboards', 'individual-view'] as const;

let app: TestApp;
let browser: Browser;
let staff: Staff;
beforeAll(async () => {
  app = await appFor('declarations_browser', NOW.toISOString());
  browser = await launchChromium();
  staff = await app.database.transactions.run((tx) => givenStaff(tx));
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

it('shows every page of what is declared on a wide and a narrow screen, to whoever fills it in and to whoever reads it', async () => {
  const { toolId } = await app.database.transactions.run(async (tx) => {
    const unitIds = [await givenUnit(tx, NOW, 'Burgerzaken'), await givenUnit(tx, NOW, 'Klantcontact')];
    return givenTool(tx, NOW, { unitIds, declare: (t, at, version) => givenDeclarations(t, at, version) });
  });
  const found: string[] = [];
  for (const [who, width] of [
    ['hr', 1280],
    ['it', 390],
  ] as const) {
    const { page, context } = await BrowserPerson.signIn(browser, app, staff[who], { width, height: 900 });
    const scripted = await browser.newContext({
      storageState: await context.storageState(),
      viewport: page.viewportSize(),
      baseURL: app.url,
    });
    const same = await scripted.newPage();
    for (const path of [...PAGES.map((one) => toolPaths.registerSection(toolId, 1, one)), toolPaths.dossier(toolId)]) {
      await same.goto(path);
      const wide = await overflowOf(same);
      found.push(...(await axeFindings(same)), ...(wide > 0 ? [`${path}: ${wide} pixels too wide at ${width}`] : []));
      const folder = process.env['SHOTS'];
      if (folder) await same.screenshot({ path: `${folder}/${who}-${path.split('/').at(-1)}.png`, fullPage: true });
    }
    await scripted.close();
    await context.close();
  }
  expect(found).toEqual([]);
});
