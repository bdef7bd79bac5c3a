import { jest } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { appFor, type TestApp } from '../support/app.js';
import { BrowserPerson } from '../support/browser-person.js';
import { axeFindings, launchChromium, overflowOf } from '../support/chromium.js';
import { CASE_SECRET } from '../support/given-case-keys.js';
import { givenChannels } from '../support/given-chain.js';
import { givenOrganisation, givenStaff, type Staff } from '../support/given-people.js';

jest.setTimeout(300_000);

let app: TestApp;
let browser: Browser;
let staff: Staff;
const PHONE = { width: 390, height: 844 };

/** axe needs scripts, which these pages do not have: it looks at the same words in a page of its own. */
const looksWell = async (page: Page): Promise<void> => {
  const scripted = await browser.newContext({ baseURL: app.url, viewport: page.viewportSize() });
  const copy = await scripted.newPage();
  await copy.route('**/*', (route) =>
    route.request().isNavigationRequest()
      ? page.content().then((body) => route.fulfill({ body, contentType: 'text/html; charset=utf-8' }))
      : route.continue(),
  );
  await copy.goto('/report');
  expect(await axeFindings(copy)).toEqual([]);
  expect(await overflowOf(copy)).toBe(0);
  await scripted.close();
};
const textOf = (page: Page): Promise<string> => page.locator('main').innerText();
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).first().click();

beforeAll(async () => {
  app = await appFor('complaint browser', '2026-03-05T09:00:00Z');
  browser = await launchChromium();
  staff = await app.database.transactions.run(async (tx) => {
    await givenOrganisation(tx);
    const given = await givenStaff(tx);
    await givenChannels(tx, given);
    return given;
  });
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

/** No scripts, no cookies: what the server sets is thrown away, and would be seen. */
const stranger = async (): Promise<{ context: BrowserContext; page: Page; cookies: string[] }> => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: PHONE, baseURL: app.url });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const cookies: string[] = [];
  page.on('response', (response) => {
    const set = response.headers()['set-cookie'];
    if (set) cookies.push(`${response.url()}: ${set}`);
  });
  await context.route('**/*', async (route) => {
    const { cookie: _refused, ...headers } = await route.request().allHeaders();
    await route.continue({ headers });
  });
  return { context, page, cookies };
};

describe('a complaint', () => {
  it('without a name goes from a phone to the handler and back, without a script or a cookie', async () => {
    const { context, page, cookies } = await stranger();
    await page.goto('/report');
    expect(await textOf(page)).toContain('Gebruik liever uw eigen telefoon. Uw werklaptop kan meten wat u doet.');
    await looksWell(page);
    await page.getByRole('link', { name: 'English' }).click();
    expect(await page.locator('h1').innerText()).toBe('Report something without your name');
    await page.getByRole('link', { name: 'Begin' }).click();
    expect(await page.locator('h1').innerText()).toBe('What is the matter?');
    await page.goto('/report/new');
    await press(page, 'Verder');
    expect(await textOf(page)).toContain('Kies een antwoord.');
    await looksWell(page);
    await page.getByLabel('Ik word in het geheim gemeten').check();
    await page.getByLabel('Vertel wat er gebeurde').fill('Er staat een programma aan.\nNiemand weet ervan.');
    await press(page, 'Verder');
    await page.getByLabel('Wanneer was dat?').fill('sinds februari');
    await page.getByLabel('De vertrouwenspersoon').last().check();
    await page.getByLabel('De behandelaar van klachten').last().check();
    await looksWell(page);
    await press(page, 'Verder');
    const photo = await sharp({ create: { width: 30, height: 20, channels: 3, background: '#777' } })
      .withExif({ IFD0: { Artist: 'Maker' } })
      .jpeg()
      .toBuffer();
    await page.locator('main [name=files]').setInputFiles({ name: 'scherm.jpg', mimeType: 'image/jpeg', buffer: photo });
    await press(page, 'Voeg toe');
    expect(await textOf(page)).toContain('Er is 1 bestand bij, zonder gegevens over plaats, tijd en maker.');
    await press(page, 'Verder');
    expect(await textOf(page)).toContain('sinds februari');
    await looksWell(page);
    await press(page, 'Verstuur uw melding');
    expect(await page.locator('h1').innerText()).toBe('Uw klacht is verstuurd');
    await looksWell(page);
    const code = (await page.locator('main code').innerText()).trim();
    expect(code).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{2}$/);
    await page.getByLabel('Typ de laatste 4 tekens van de code').fill('0000');
    await press(page, 'Ik heb de code bewaard');
    expect(await textOf(page)).toContain('Dit zijn niet de laatste 4 tekens.');
    await page.getByLabel('Typ de laatste 4 tekens van de code').fill(code.replaceAll('-', '').slice(-4));
    await press(page, 'Ik heb de code bewaard');
    expect(await page.locator('h1').innerText()).toBe('U kunt dit venster sluiten');

    const handler = await BrowserPerson.signIn(browser, app, staff.complaintHandler);
    await handler.open('/cases');
    expect(await handler.text()).toContain('Uw sleutel is dicht');
    await handler.click(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(await handler.text()).not.toContain('Niemand weet ervan.');
    expect(await handler.faults()).toEqual([]);
    await handler.click('Naar uw sleutel');
    expect(await handler.faults()).toEqual([]);
    await handler.page.locator('main [name=secret]').fill(CASE_SECRET);
    await handler.page.getByRole('button', { name: 'Open', exact: true }).click();
    await handler.click(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const seen = await handler.text();
    for (const words of [
      'Niemand weet ervan.',
      'sinds februari',
      'Bestand 1',
      'Vraag niet naar de naam.',
      'Iemand die zijn naam niet noemt',
    ])
      expect(seen).toContain(words);
    expect(await handler.faults()).toEqual([]);
    await handler.choose('Wat wilt u doen?', 'Een vraag stellen');
    await handler.fill('Uw bericht', 'Welk programma was dat?');
    await handler.click('Verstuur');
    expect(await handler.text()).toMatch(/Vastgelegd\. Kenmerk/);

    await page.goto('/report/follow');
    await page.getByLabel('Uw code').fill(code.replace(/.$/, code.endsWith('0') ? '1' : '0'));
    await press(page, 'Bekijk uw klacht');
    expect(await textOf(page)).toContain('Deze code klopt niet. Controleer de tekens.');
    await page.getByLabel('Uw code').fill(code.toLowerCase());
    await press(page, 'Bekijk uw klacht');
    expect(await textOf(page)).toContain('Welk programma was dat?');
    await looksWell(page);
    await page.getByLabel('Antwoord of vul aan').fill('Het heet Kijkmee.');
    await press(page, 'Verstuur');
    expect(await textOf(page)).toContain('Verstuurd.');
    expect(cookies).toEqual([]);
    expect(await context.cookies()).toEqual([]);
    expect(page.url()).not.toContain(code.slice(0, 4));
    await context.close();

    await handler.open('/cases');
    await handler.click(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(await handler.text()).toContain('Het heet Kijkmee.');
    await handler.choose('Wat wilt u doen?', 'De zaak afronden met een uitkomst');
    await handler.fill('Uw bericht', 'U heeft gelijk. Het programma is uitgezet.');
    await handler.page.getByText('Rondt u de zaak af?').click();
    await handler.choose(/^Uitkomst/, 'De klacht is terecht');
    await handler.click('Verstuur');
    expect(await handler.text()).toContain('Afgehandeld');
    await handler.leave();
    const deputy = await BrowserPerson.signIn(browser, app, staff.complaintDeputy);
    await deputy.open('/cases');
    expect(await deputy.text()).toContain('Er zijn geen zaken voor u.');
    await deputy.leave();
  });

  it('with a name, about one’s manager, goes to the confidential adviser, who proves first to be able to open it', async () => {
    const adviser = await BrowserPerson.signIn(browser, app, staff.adviser);
    await adviser.open('/cases/key');
    await adviser.page.locator('main [name=chosen]').fill('een eigen lange zin');
    await adviser.page.locator('main [name=repeat]').fill('een andere lange zin');
    await adviser.click('Maak een sleutel');
    expect(await adviser.text()).toContain('Dit is niet dezelfde zin.');
    await adviser.page.locator('main [name=chosen]').fill('een eigen lange zin');
    await adviser.page.locator('main [name=repeat]').fill('een eigen lange zin');
    await adviser.click('Maak een sleutel');
    expect(await adviser.text()).toContain('Laat zien dat u kunt openen');
    await adviser.page.locator('main [name=secret]').fill('een eigen lange zin');
    await adviser.page.getByRole('button', { name: 'Open', exact: true }).click();
    expect(await adviser.text()).toContain('Uw sleutel is open.');

    const employee = await BrowserPerson.signIn(browser, app, staff.employee);
    await employee.open('/complaints');
    expect(await employee.faults()).toEqual([]);
    await employee.click('Meld het met uw naam');
    await employee.choose('Wat is er aan de hand?', 'Te veel mensen kijken mee');
    await employee.fill('Vertel wat er gebeurde', 'Mijn cijfers hangen in de kantine.');
    await employee.fill('Over wie gaat het?', staff.manager.name);
    await employee.choose('Wie mag dit behandelen?', 'De vertrouwenspersoon');
    expect(await employee.faults()).toEqual([]);
    await employee.click('Verstuur uw klacht');
    expect(await employee.heading()).toBe('Uw klacht is verstuurd');
    expect(await employee.text()).toContain('De vertrouwenspersoon krijgt uw klacht.');
    await employee.leave();

    await adviser.open('/cases');
    await adviser.click(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    expect(await adviser.text()).toContain(staff.employee.name);
    expect(await adviser.text()).toContain('Mijn cijfers hangen in de kantine.');
    for (const who of ['manager', 'hr', 'chair'] as const) {
      const other = await BrowserPerson.signIn(browser, app, staff[who]);
      expect((await other.page.goto(adviser.page.url()))?.status()).toBe(404);
      await other.leave();
    }
    await adviser.leave();
  });
});
