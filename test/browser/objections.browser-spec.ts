import { jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { objectionPaths, ReviewsService } from '../../src/features/objections/index.js';
import { appFor, type TestApp } from '../support/app.js';
import { BrowserPerson } from '../support/browser-person.js';
import { axeFindings, DESK, launchChromium, overflowOf } from '../support/chromium.js';
import { givenChain } from '../support/given-chain.js';
import { givenStaff, type Staff } from '../support/given-people.js';
import { givenTool } from '../support/given-tools.js';

jest.setTimeout(180_000);

const PHONE = { width: 390, height: 844 };
/** Set to keep pictures of the pages that the journey passes. */
const PICTURES = process.env['COUNTERSIGN_PICTURES'];
const OWN_TEXT =
  'Deze medewerker is de enige die ’s nachts de storingslijn voor de sluizen bedient. Als niemand ziet dat de lijn leeg is, kan het waterpeil te hoog worden. Een telefoon met wachtdienst kon niet.';

let app: TestApp;
let browser: Browser;
let staff: Staff;
const people: Partial<Record<keyof Staff, BrowserPerson>> = {};
const seen: (() => Promise<void>)[] = [];

/** Each person signs in once, without scripts; the employee reads on a phone. */
const as = async (who: keyof Staff): Promise<BrowserPerson> =>
  (people[who] ??= await BrowserPerson.signIn(browser, app, staff[who], who === 'employee' ? PHONE : DESK));

/** Looked at once the journey is over: nothing that axe finds, nothing beside the screen of a phone. */
const sound = (person: BrowserPerson, name: string): void => {
  const path = new URL(person.page.url()).pathname;
  seen.push(async () => {
    const context = await browser.newContext({ storageState: await person.context.storageState(), baseURL: app.url, viewport: PHONE });
    const page = await context.newPage();
    await page.goto(path);
    expect(new URL(page.url()).pathname).toBe(path);
    expect([name, await axeFindings(page), await overflowOf(page)]).toEqual([name, [], 0]);
    if (PICTURES) {
      await page.screenshot({ path: `${PICTURES}/${name}-390.png`, fullPage: true });
      await page.setViewportSize(DESK);
      await page.screenshot({ path: `${PICTURES}/${name}-1280.png`, fullPage: true });
    }
    await context.close();
  });
};

beforeAll(async () => {
  app = await appFor('objections_browser', '2026-03-24T09:00:00Z');
  browser = await launchChromium();
  staff = await app.database.transactions.run((tx) => givenStaff(tx));
  await app.database.transactions.run(async (tx) => {
    const tool = await givenTool(tx, app.clock.now(), { name: 'Aanmeldregistratie', unitIds: [staff.employee.unitId], until: 'fixed' });
    await givenChain(tx, tool, staff, {});
  });
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

describe('an objection, from the one door to the decision', () => {
  it('is made on a phone, without scripts, with one answer', async () => {
    const employee = await as('employee');
    await employee.open('/');
    await employee.click('Stoppen of melden');
    sound(employee, 'door');
    await employee.click('Wie kan mij helpen?');
    expect(await employee.text()).toContain('Wij beloven dus geen datum.');
    sound(employee, 'ladder');
    await employee.open(objectionPaths.door);
    await employee.click('Ik wil dat dit stopt');
    await employee.choose('Tegen welk volgsysteem?', 'Aanmeldregistratie');
    await employee.click('Ga verder');
    await employee.click('Ga verder');
    expect(await employee.text()).toContain('Wij meten u niet zolang wij beslissen.');
    await employee.click('Verstuur uw bezwaar');
    const text = await employee.text();
    expect(text).toContain('Wij hebben uw bezwaar');
    expect(text).toContain('Uw werkgever moet aantonen dat het bij u niet anders kan.');
    expect(text).toContain('Vastzetten');
    sound(employee, 'own');
  });

  it('is handled by somebody who asks once, asks the DPO, and cannot reject with the balancing test', async () => {
    const handler = await as('objectionHandler');
    await handler.open('/objections');
    await handler.page.locator('main table a').first().click();
    await handler.choose('Wat is er gedaan?', /^Vastzetten/);
    await handler.fill('Hoe is het gedaan?', 'Geblokkeerd in het systeem');
    await handler.click('Leg vast dat het gedaan is');
    await handler.click('Vraag advies aan de FG');
    sound(handler, 'handled');
    const dpo = await as('dpo');
    await dpo.open('/');
    await dpo.click('Geef advies over 1 bezwaar');
    await dpo.page.locator('main table a').first().click();
    expect(await dpo.text()).not.toContain(staff.employee.name);
    sound(dpo, 'advice');
    await dpo.choose('Wat adviseert u?', 'Afwijzen');
    await dpo.fill('Uw redenen', 'De veiligheid weegt hier zwaar.');
    await dpo.click('Geef advies');
    await handler.page.reload();
    await handler.choose('Beslis', /^Afgewezen/);
    await handler.fill('Uw redenen, in gewone taal', 'De lijn moet altijd bezet zijn.');
    await handler.choose('Waarop wijst u af?', /^Dwingende/);
    await handler.fill('Waarom kan het bij deze persoon niet anders?', 'Het is nodig.');
    await handler.identify();
    await handler.click('Leg het besluit vast');
    expect(await handler.text()).toContain('Gebruik ten minste 20 verschillende woorden.');
    await handler.fill('Waarom kan het bij deze persoon niet anders?', OWN_TEXT);
    await handler.identify();
    await handler.click('Leg het besluit vast');
    expect(await handler.text()).toContain('Over dit bezwaar is beslist.');
  });

  it('is told with the ways that stay open, and measured again only after seven days', async () => {
    const employee = await as('employee');
    await employee.open(objectionPaths.mine);
    await employee.click('Aanmeldregistratie');
    const text = await employee.text();
    expect(text).toContain('Vanaf 31 maart 2026 kan het volgsysteem u weer meten.');
    expect(text).toContain('Algemene wet bestuursrecht');
    expect(text).toContain('Geblokkeerd in het systeem');
    sound(employee, 'decided');
  });

  it('can be followed by a report of detriment, in English, that adviser and DPO read', async () => {
    const employee = await as('employee');
    await employee.open(`${objectionPaths.detrimentNew}`);
    await employee.click('English');
    await employee.open(objectionPaths.detrimentNew);
    expect(await employee.heading()).toBe('I suffer detriment');
    await employee.choose('After which objection or complaint?', /^Objection/);
    await employee.choose('1. What happened?', 'A bad appraisal');
    await employee.fill('2. When?', '2026-03-24');
    await employee.fill('3. Why do you think that this is the cause?', 'It came the day after.');
    sound(employee, 'detriment-form');
    await employee.click('Send your report');
    expect(await employee.text()).toContain('We have your report');
    const adviser = await as('adviser');
    await adviser.open('/');
    await adviser.click('Lees 1 melding van nadeel');
    await adviser.page.locator('main table a').first().click();
    expect(await adviser.text()).toContain('It came the day after.');
    sound(adviser, 'detriment');
  });
});

it('each page of it is sound', async () => {
  expect(seen.length).toBeGreaterThan(7);
  for (const look of seen.splice(0)) await look();
});

describe('the council', () => {
  it('sees numbers of quarters that are over, and looks with the employer at what many object to', async () => {
    await app.database.asOwner(
      `insert into objections (id, tool_id, person_id, situation, reference, lodged_at, due_on)
       select 'o_' || i, t.id, $1, '', 'BBBB-000' || i, '2026-03-20T10:00:00Z', '2026-04-20' from generate_series(1, 5) i, tools t limit 5`,
      [staff.colleague.id],
    );
    app.clock.set('2026-04-01T06:00:00Z');
    await app.running.app.get(ReviewsService).open();
    await app.runJobs();
    const officer = await as('privacyOfficer');
    await officer.open(objectionPaths.reviews);
    await officer.click('Aanmeldregistratie');
    await officer.choose('Wat doet u?', 'Aanpassen');
    await officer.fill('Leg uit waarom, en wat er verandert', 'Wij bewaren korter.');
    await officer.click('Leg het voorstel vast');
    const chair = await as('chair');
    await chair.open('/council/statistics');
    sound(chair, 'counts');
    await chair.click('Bezwaren die u samen bekijkt');
    await chair.click('Aanmeldregistratie');
    await chair.choose('Is dit genoeg?', 'Dit is genoeg');
    await chair.fill('Uw redenen', 'Goed zo.');
    await chair.click('Leg het oordeel vast');
    expect(await chair.text()).toContain('Wij bewaren korter.');
    sound(chair, 'review');
  });

  it('and each of these pages is sound', async () => {
    expect(seen).toHaveLength(2);
    for (const look of seen.splice(0)) await look();
  });
});
