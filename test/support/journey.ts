import type { TestApp } from './app.js';
import type { BrowserPerson } from './browser-person.js';

const SAVE = 'ga verder';
const MOST_PAGES = 12;

/** Types into a field whose name begins so, when the page has one and it is empty. */
export const fillIfEmpty = async (person: BrowserPerson, name: string, value: string): Promise<void> => {
  const field = person.page.locator(`main [name^="${name}"]`).first();
  if ((await field.count()) > 0 && (await field.inputValue()) === '') await field.fill(value);
};

/** HR registers a tool from a starter: each page is saved as the starter proposes it. Answers the tool's id. */
export const registerFromStarter = async (hr: BrowserPerson, starter: string, name: string): Promise<string> => {
  await hr.click('Volgsystemen');
  await hr.click('Registreer een volgsysteem');
  await hr.page.getByRole('radio', { name: starter, exact: true }).check();
  await hr.page.locator('main [name=name]').fill(name);
  await hr.click('Begin');
  const toolId = hr.page.url().split('/')[4] ?? '';
  for (let page = 0; page < MOST_PAGES && !hr.page.url().includes('/check'); page += 1) {
    await fillIfEmpty(hr, 'tool.vendor|', 'Leverancier BV');
    await fillIfEmpty(hr, 'tool.version|', '4.2');
    await fillIfEmpty(hr, 'processors[].name|', 'Leverancier BV');
    const units = hr.page.locator('main [name="tool.scope.units|"]');
    if ((await units.count()) > 0) await units.first().check();
    await hr.click(SAVE);
  }
  return toolId;
};

/** Opens a tool's dossier from the menu. */
export const openDossier = async (person: BrowserPerson, toolId: string): Promise<void> => {
  await person.click('Volgsystemen');
  await person.page.locator(`main a[href="/tools/${toolId}"]`).first().click();
};

/** A tab of the dossier. */
export const openTab = async (person: BrowserPerson, toolId: string, tab: string): Promise<void> => {
  await openDossier(person, toolId);
  await person.page.locator('main').getByRole('link', { name: tab, exact: true }).first().click();
};

/** IT fills in what only IT knows, page by page, and confirms what HR said of the product. */
export const answerAsIt = async (it: BrowserPerson, toolId: string, enforcement: 'native' | 'attested' = 'native'): Promise<void> => {
  for (const section of ['product', 'how', 'signals', 'security', 'sheet']) {
    await openTab(it, toolId, 'Registratie');
    await it.page.locator(`main a[href$="/register/${section}"]`).first().click();
    const choice = it.page.locator(`main [name=enforcement][value=${enforcement}]`);
    if ((await choice.count()) > 0) await choice.check();
    await it.page
      .locator('main form')
      .last()
      .getByRole('button', { name: /^Bewaar/ })
      .first()
      .click();
  }
  await openTab(it, toolId, 'Registratie');
  await it.page.locator('main a[href$="/confirm"]').first().click();
  for (const box of await it.page.locator('main input[name=facts]').all()) await box.check();
  await it.page.locator('main form button[type=submit]').last().click();
};

const SECTIONS = ['purpose', 'basis', 'data', 'capture', 'alternatives', 'risks', 'measures'];

/** The seven sections, each saved as finished. */
export const assess = async (officer: BrowserPerson, toolId: string): Promise<void> => {
  for (const section of SECTIONS) {
    await openTab(officer, toolId, 'Beoordeling');
    await officer.page.locator(`main a[href$="/assessment/${section}"]`).first().click();
    await fillIfEmpty(officer, 'dpia.viewsSought|', 'Gevraagd aan vier medewerkers.');
    for (const question of ['Signed', 'Complete']) {
      const yes = officer.page.locator(`main [name^="processors[].processingAgreement${question}|"][value=yes]`);
      if ((await yes.count()) > 0) await yes.first().check();
    }
    await officer.page.locator('main [name=finished][value=yes]').check();
    await officer.page
      .locator('main form')
      .last()
      .getByRole('button', { name: /^Bewaar/ })
      .first()
      .click();
  }
};

/** Moves the clock on and does the work that waits for it. */
export const later = async (app: TestApp, amount: Parameters<TestApp['clock']['advance']>[0]): Promise<void> => {
  app.clock.advance(amount);
  await app.runJobs();
};
