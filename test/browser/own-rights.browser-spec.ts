import type { Browser } from 'playwright-core';
import { appFor, type TestApp } from '../support/app.js';
import { BrowserPerson } from '../support/browser-person.js';
import { launchChromium, overflowOf } from '../support/chromium.js';
import { givenChain } from '../support/given-chain.js';
import { givenStaff, type Staff } from '../support/given-people.js';
import { givenTool } from '../support/given-tools.js';
import { unzipped } from '../support/zip.js';

let app: TestApp;
let browser: Browser;
let staff: Staff;
let toolName = '';

const looksWell = async (person: BrowserPerson): Promise<void> => {
  expect(await person.faults()).toEqual([]);
  expect(await overflowOf(person.page)).toBe(0);
};

beforeAll(async () => {
  app = await appFor('own_rights_browser', '2026-03-02T09:00:00Z');
  browser = await launchChromium();
  staff = await app.database.transactions.run((tx) => givenStaff(tx));
  toolName = await app.database.transactions.run(async (tx) => {
    const tool = await givenTool(tx, app.clock.now(), { unitIds: [staff.employee.unitId], until: 'fixed' });
    await givenChain(tx, tool, staff);
    return tool.toolName;
  });
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

describe('what people can see, take along and ask about themselves', () => {
  let employee: BrowserPerson;
  let link = '';

  it('is what is measured, on a phone, and the data that Countersign keeps, as one archive', async () => {
    employee = await BrowserPerson.signIn(browser, app, staff.employee, { width: 390, height: 844 });
    await employee.open('/me');
    expect(await employee.heading()).toBe('Wat wordt er over mij gemeten?');
    await looksWell(employee);
    await employee.open('/me/data');
    expect(await employee.text()).toContain('Zo staat u in het personeelsbestand');
    await looksWell(employee);
    const [download] = await Promise.all([employee.page.waitForEvent('download'), employee.click('Download alles (ZIP)')]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    const files = unzipped(Buffer.concat(chunks));
    expect([...files.keys()]).toEqual(expect.arrayContaining(['voorblad.pdf', 'gegevens.json', 'csv/person.csv']));
  });

  it('is a request with its month, which only the handler finds and answers', async () => {
    await employee.open('/me/rights/new');
    await looksWell(employee);
    await employee.choose('Wat wilt u?', /^Verbeteren/);
    await employee.fill('Wilt u er iets bij zeggen?', 'Mijn afdeling klopt niet');
    await employee.click('Verstuur uw verzoek');
    expect(await employee.text()).toContain('Wij hebben uw verzoek');
    expect(await employee.text()).toContain('uiterlijk 2 april 2026');
    await looksWell(employee);
    const path = new URL(employee.page.url()).pathname;
    const handler = await BrowserPerson.signIn(browser, app, staff.objectionHandler);
    await handler.open('/rights');
    await handler.page.locator('main table a').first().click();
    expect(await handler.text()).toContain('Mijn afdeling klopt niet');
    await looksWell(handler);
    await handler.choose('Wat besluit u?', 'Ik doe wat gevraagd is');
    await handler.fill('Uw antwoord, in gewone taal', 'U staat nu bij Klantcontact.');
    await handler.click('Verstuur het antwoord');
    expect(await handler.text()).toContain('Kies of anderen die de gegevens kregen, dit ook weten.');
    await handler.choose('Weten anderen die de gegevens kregen dit ook?', 'Niemand anders kreeg ze');
    await handler.click('Verstuur het antwoord');
    await employee.open(path);
    expect(await employee.text()).toContain('U staat nu bij Klantcontact.');
    const manager = await BrowserPerson.signIn(browser, app, staff.manager);
    expect((await manager.page.goto(path))?.status()).toBe(404);
    await handler.leave();
    await manager.leave();
  });

  it('lets a union object, by a link that the person takes back', async () => {
    await employee.open('/me/representation');
    await looksWell(employee);
    await employee.choose('Wie mag voor u handelen?', /^Iemand van buiten/);
    await employee.fill(/^Voor wie is de link/, 'FNV, mevrouw Jansen');
    await employee.identify();
    await employee.click('Geef toestemming');
    link = /https?:\/\/\S+\/represent\/\S+/.exec(await employee.text())?.[0] ?? '';
    expect(link).not.toBe('');
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: app.url });
    const union = await context.newPage();
    await union.goto(new URL(link).pathname);
    expect(await union.locator('h1').innerText()).toBe(`U handelt voor ${staff.employee.name}`);
    await union.getByRole('link', { name: 'Maak bezwaar' }).click();
    await union.getByLabel(toolName).check();
    await union.getByRole('button', { name: 'Verstuur het bezwaar' }).click();
    expect(await union.locator('main').innerText()).toContain(`Bezwaar: ${toolName}`);
    await employee.open('/me/objections');
    expect(await employee.text()).toContain(toolName);
    await employee.open('/me/representation');
    await employee.click('Trek in');
    expect((await union.goto(new URL(link).pathname))?.status()).toBe(404);
    await context.close();
  });

  it('erases who has left: the DPO sees what goes and what stays, in English', async () => {
    await app.database.asOwner(`update persons set left_at = '2026-02-01T09:00:00Z' where id = $1`, [staff.colleague.id]);
    const dpo = await BrowserPerson.signIn(browser, app, staff.dpo);
    await dpo.open('/settings/org');
    await dpo.click('English');
    await dpo.open('/settings/org');
    await dpo.click('Erase people who have left');
    await dpo.click(staff.colleague.name);
    expect(await dpo.text()).toContain('The chain is still whole afterwards');
    await looksWell(dpo);
    await dpo.choose('Why do you erase this person?', /^This person no longer works here/);
    await dpo.identify();
    await dpo.click('Erase this person');
    expect(await dpo.text()).toContain('Erased.');
    expect(await app.database.asOwner('select 1 from persons where name = $1', [staff.colleague.name])).toEqual([]);
  });
});
