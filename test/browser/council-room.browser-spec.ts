import type { Browser, Page } from 'playwright-core';
import { RequestService } from '../../src/features/consultation/index.js';
import type { Version } from '../../src/features/tools/index.js';
import { appFor, type TestApp } from '../support/app.js';
import { BrowserPerson } from '../support/browser-person.js';
import { axeFindings, DESK, launchChromium, overflowOf } from '../support/chromium.js';
import { givenChain } from '../support/given-chain.js';
import { actorOf, givenStaff, identityAt, type Staff } from '../support/given-people.js';
import { givenTool } from '../support/given-tools.js';

let app: TestApp;
let browser: Browser;
let staff: Staff;
let version: Version;
let requestPath = '';
const people: Partial<Record<keyof Staff, BrowserPerson>> = {};

/** Each person signs in once; the member reads on a phone. */
const as = async (who: keyof Staff): Promise<BrowserPerson> =>
  (people[who] ??= await BrowserPerson.signIn(browser, app, staff[who], { width: who === 'member' ? 390 : 1280, height: DESK.height }));
/** A code is good once, so each confirming act comes a minute later. */
const identify = async (person: BrowserPerson): Promise<void> => {
  app.clock.advance({ minutes: 1 });
  await person.identify();
};
/** The same page with scripts, which axe needs, as the same person. */
const looksWell = async (page: Page): Promise<void> => {
  const storageState = await page.context().storageState();
  const context = await browser.newContext({ baseURL: app.url, viewport: page.viewportSize(), storageState });
  const scripted = await context.newPage();
  await scripted.goto(page.url());
  expect(await axeFindings(scripted)).toEqual([]);
  expect(await overflowOf(scripted)).toBe(0);
  await context.close();
};
const statusOf = async (person: BrowserPerson, path: string): Promise<number | undefined> => (await person.page.goto(path))?.status();

beforeAll(async () => {
  app = await appFor('council_room_browser', '2026-03-02T09:00:00Z');
  browser = await launchChromium();
  staff = await app.database.transactions.run((tx) => givenStaff(tx));
  version = await app.database.transactions.run(async (tx) => {
    const tool = await givenTool(tx, app.clock.now(), { unitIds: [staff.employee.unitId], until: 'fixed' });
    await givenChain(tx, tool, staff, { without: ['request', 'meeting', 'decision', 'final', 'copies', 'notice', 'warning'] });
    return tool;
  });
  const requests = app.running.app.get(RequestService);
  const words = { intendedDecision: 'Invoeren.', reasons: 'Klanten wachten.', consequences: 'Inloggen wordt vastgelegd.' };
  const draft = { ...words, grounds: ['k', 'l'], alsoAdvice: false, intendedStartOn: null, evaluationOn: '2027-03-01' };
  await requests.prepare(actorOf(staff.hr), version.toolId, version.number, draft);
  const sent = await requests.send(actorOf(staff.director), version.toolId, version.number, {
    identity: identityAt(app.clock.now()),
    key: 'send',
  });
  requestPath = `/council/requests/${sent.requestId}`;
  await app.runJobs();
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

describe('what the council keeps to itself, and what it shares', () => {
  it('is a room for members: a note with a file, which HR and the director never find', async () => {
    const member = await as('member');
    await member.open(requestPath);
    await member.click('Bespreek dit met elkaar');
    expect(await member.text()).toContain('In Countersign lezen alleen leden van de ondernemingsraad wat u hier schrijft.');
    await member.fill('Uw notitie', 'Ik twijfel over de bewaartermijn.');
    await member.page
      .locator('main [name=file]')
      .setInputFiles({ name: 'aantekening.txt', mimeType: 'text/plain', buffer: Buffer.from('45 dagen') });
    await member.click('Plaats de notitie');
    expect(await member.text()).toContain('Ik twijfel over de bewaartermijn.');
    await looksWell(member.page);
    const file = (await member.page.getByRole('link', { name: 'aantekening.txt' }).getAttribute('href')) ?? '';

    const chair = await as('chair');
    await chair.open(`${requestPath}/discussion`);
    expect(await chair.text()).toContain('Ik twijfel over de bewaartermijn.');
    await chair.open('/council/room');
    await chair.page.getByText('Wie zou dit nog kunnen lezen?').click();
    expect(await chair.text()).toContain('Uw werkgever beheert de server.');
    await looksWell(chair.page);

    for (const who of ['hr', 'director'] as const) {
      const outside = await as(who);
      for (const path of [`${requestPath}/discussion`, '/council/room', file])
        expect([who, path, await statusOf(outside, path)]).toEqual([who, path, 404]);
      await outside.open(requestPath);
      expect(await outside.text()).not.toContain('Alleen voor de raad');
    }
  });

  it('is a link for an adviser, who reads in English, until it is taken back', async () => {
    const chair = await as('chair');
    await chair.open(requestPath);
    await chair.click('Laat een adviseur meelezen');
    await chair.fill('Voor wie is de link?', 'Adviseur vakbond');
    await chair.page.getByLabel('7 dagen').check();
    await identify(chair);
    await chair.click('Maak de link');
    const address = (await chair.page.locator('main code').innerText()).trim();

    const guest = await browser.newContext({ javaScriptEnabled: false });
    const page = await guest.newPage();
    expect((await page.goto(address))?.status()).toBe(200);
    expect(await page.locator('main').innerText()).toContain('U leest dit als gast');
    await page.getByRole('link', { name: 'English' }).click();
    expect(await page.locator('h1').first().innerText()).toContain('read along');
    expect(await page.locator('main').innerText()).not.toContain('Ik twijfel');
    await looksWell(page);

    await chair.open(`${requestPath}/guests`);
    expect(await chair.text()).toContain('1 keer, op 2 maart 2026');
    await looksWell(chair.page);
    await chair.click('Trek in');
    expect(await chair.text()).toContain('De link is ingetrokken.');
    expect((await page.goto(address))?.status()).toBe(404);
    expect(await page.locator('h1').innerText()).toBe('This link does not work');
    await guest.close();
    expect(await statusOf(await as('director'), `${requestPath}/guests`)).toBe(404);
  });

  it('is a question to those concerned: one reaction each, and no outcome that gives anybody away', async () => {
    const chair = await as('chair');
    await chair.open(requestPath);
    await chair.click('Vraag de achterban');
    await chair.fill('Een woord van de raad', 'Wij willen weten wat u vindt.');
    await identify(chair);
    await chair.click('Publiceer de samenvatting');
    expect(await chair.text()).toMatch(/Gepubliceerd, kenmerk [0-9A-Z]{4}-[0-9A-Z]{4}/);

    const employee = await as('employee');
    await employee.open('/me/consultation');
    await employee.page.locator('main a[href*="/summaries/"]').click();
    await looksWell(employee.page);
    await employee.choose('Ik ben', 'bezorgd over dit plan');
    await employee.fill('Wilt u iets zeggen tegen de raad?', 'Het voelt als wantrouwen.');
    await employee.click('Verstuur mijn reactie');
    expect(await employee.text()).toContain('Uw reactie is geteld.');
    expect(await employee.page.locator('main form').count()).toBe(0);

    await chair.open(`${requestPath}/constituency`);
    await chair.click('Sluit de ronde nu');
    const outcome = await chair.text();
    expect(outcome).toContain('te klein');
    expect(outcome).not.toContain('wantrouwen');
    await looksWell(chair.page);
    expect(await statusOf(await as('hr'), `${requestPath}/constituency`)).toBe(404);
  });

  it('is an agreement that the director and two officers record', async () => {
    const director = await as('director');
    await director.open('/council');
    await director.click('De overeenkomst over volgsystemen');
    await director.click('Stel een overeenkomst voor');
    await director.page.locator('[name=smallestGroup]').fill('4');
    await identify(director);
    await director.click('Leg het voorstel voor');
    expect(await director.text()).toContain('Vul een heel getal in van 5 tot 100.');
    await director.page.locator('[name=smallestGroup]').fill('12');
    await identify(director);
    await director.click('Leg het voorstel voor');
    expect(await director.text()).toContain('2 functionarissen van de raad');

    for (const who of ['chair', 'secretary'] as const) {
      const officer = await as(who);
      await officer.open('/');
      await officer.click(/^Lees het voorstel voor de overeenkomst/);
      await looksWell(officer.page);
      await identify(officer);
      await officer.click('Leg dit vast');
      expect(await officer.text()).toMatch(/Vastgelegd, kenmerk/);
    }
    const hr = await as('hr');
    await hr.open('/council/agreement');
    expect(await hr.text()).toContain('groepen van 12 mensen of meer');
    const href = (await hr.page.getByRole('link', { name: 'Download als pdf' }).getAttribute('href')) ?? '';
    const paper = await hr.context.request.get(`${app.url}${href}`);
    expect([paper.status(), paper.headers()['content-type'], (await paper.body()).subarray(0, 5).toString()]).toEqual([
      200,
      'application/pdf',
      '%PDF-',
    ]);
    await looksWell(hr.page);
  });
});
