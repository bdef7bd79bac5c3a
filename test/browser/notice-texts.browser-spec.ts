import { jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { Version } from '../../src/features/tools/index.js';
import { appFor, type TestApp } from '../support/app.js';
import { BrowserPerson } from '../support/browser-person.js';
import { launchChromium, overflowOf } from '../support/chromium.js';
import { givenChain } from '../support/given-chain.js';
import { givenFact, type GivenPerson, givenStaff, type Staff } from '../support/given-people.js';
import { givenTool } from '../support/given-tools.js';
import { textOf } from '../support/pdf-text.js';

jest.setTimeout(240_000);
const PHONE = { width: 390, height: 800 };

let app: TestApp;
let browser: Browser;
let staff: Staff;
let version: Version;
let draftPath: string;

/** Everything is done but telling people. */
beforeAll(async () => {
  app = await appFor('notice_texts');
  browser = await launchChromium();
  staff = await app.database.transactions.run((tx) => givenStaff(tx));
  version = await app.database.transactions.run(async (tx) => {
    const tool = await givenTool(tx, app.clock.now(), { unitIds: [staff.employee.unitId], until: 'fixed' });
    await givenChain(tx, tool, staff, { without: ['notice', 'warning'] });
    return tool;
  });
  draftPath = `/tools/${version.toolId}/versions/${version.number}/notices`;
});
afterAll(async () => {
  await browser?.close();
  await app.close();
});

const as = (person: GivenPerson, size?: { width: number; height: number }): Promise<BrowserPerson> => {
  app.clock.advance({ seconds: 61 });
  return BrowserPerson.signIn(browser, app, person, size);
};
const asHr = async (): Promise<BrowserPerson> => {
  const hr = await as(staff.hr);
  await hr.open(draftPath);
  return hr;
};
const pdfBehind = async (person: BrowserPerson, words: string | RegExp): Promise<string> => {
  const href = (await person.page.getByRole('link', { name: words }).first().getAttribute('href')) ?? '';
  const answer = await person.page.request.get(href);
  expect([href, answer.status(), answer.headers()['content-type']]).toEqual([href, 200, 'application/pdf']);
  return textOf(await answer.body());
};

describe('a notice, from its first draft', () => {
  it('HR gets hints for plain language that stop nothing, sees it as employees will, and sends it', async () => {
    const hr = await asHr();
    expect(await hr.text()).toContain('De samenvatting');
    await hr.page
      .locator('details', { has: hr.page.locator('[name=nl_N23]') })
      .locator('summary')
      .first()
      .click();
    await hr.page.locator('[name=nl_N23]').fill('Indien u bezwaar maakt, mag u derhalve geen nadeel hebben.');
    await hr.click('Bewaar het bericht');
    expect(await hr.text()).toContain('“Indien” is een moeilijk woord. Misschien: als.');
    expect(await hr.text()).toContain('Geen nadeel in het Nederlands: 2 tips');
    expect(await hr.faults()).toEqual([]);
    await hr.click('Bekijk het bericht zoals de medewerker het ziet');
    expect(await hr.text()).toContain('Dit is een concept');
    expect(await hr.text()).toContain('derhalve geen nadeel');
    expect(await hr.faults()).toEqual([]);
    await hr.open(draftPath);
    await hr.click(/^Verstuur aan/);
    expect(await hr.text()).toContain('Verstuurd. Kenmerk');
    await hr.leave();
  });

  it('an employee reads what matters on one screen, in English too, and takes it along on paper', async () => {
    const employee = await as(staff.employee);
    await employee.open('/me/notices');
    await employee.click(/^Wat u moet weten over/);
    const summary = employee.page.locator('article section').first();
    expect((await summary.boundingBox())?.height ?? Infinity).toBeLessThan(900);
    for (const heading of [
      'Waarvoor',
      'Wat, wanneer en hoe',
      'Wie kijkt, en wat er met uitkomsten mag',
      'Hoe lang wij het bewaren',
      'Bezwaar maken',
    ])
      expect(await summary.innerText()).toContain(heading);
    expect(
      await summary
        .getByRole('button', { name: 'Maak bezwaar' })
        .or(summary.getByRole('link', { name: 'Maak bezwaar' }))
        .count(),
    ).toBe(1);
    expect(await employee.faults()).toEqual([]);
    const paper = await pdfBehind(employee, 'Dit bericht als PDF in het Nederlands');
    expect(paper).toContain('Lezen is geen toestemming');
    expect(paper).toContain('Code van de tekst');
    await employee.click('English');
    expect(await employee.text()).toContain('The main points');
    expect(await pdfBehind(employee, 'This message as a PDF in English')).toContain('Reading is not consent');
    await employee.click('Nederlands');
    await employee.leave();
  });

  it('a colleague reads the Polish translation over, before it counts', async () => {
    await app.database.transactions.run((tx) => givenFact(tx, 'workforceLanguages', ['nl', 'pl'], staff.hr.id, null));
    const hr = await asHr();
    expect(await hr.text()).toContain('Mensen hier lezen ook: Pools');
    await hr.page.locator('[name=nl_N23]').fill('U mag geen nadeel hebben van een bezwaar.');
    await hr.click('Bewaar het bericht');
    await hr.click('Pools');
    expect(await hr.heading()).toContain('Vertaling in het Pools');
    expect(await hr.faults()).toEqual([]);
    for (const field of await hr.page.locator('main [name^=t_]').all())
      await field.fill(`Polski ${(await field.getAttribute('name')) ?? ''}`);
    await hr.click('Bewaar de vertaling');
    expect(await hr.text()).toContain('Nog niemand heeft dit nagelezen');
    await hr.page.locator('[name=staffNumber]').fill(staff.hr.staffNumber);
    await hr.click('Vraag om na te lezen');
    expect(await hr.text()).toContain('U kunt niet uzelf vragen');
    await hr.page.locator('[name=staffNumber]').fill(staff.colleague.staffNumber);
    await hr.click('Vraag om na te lezen');
    expect(await hr.text()).toContain('Wordt nagelezen');
    await hr.leave();

    const reader = await as(staff.colleague, PHONE);
    await reader.open('/me/notices');
    expect(await reader.text()).toContain('een vertaling in het Pools na te lezen');
    await reader.click('Bekijk dit');
    expect(await reader.faults()).toEqual([]);
    expect(await overflowOf(reader.page)).toBe(0);
    await reader.choose('Klopt de vertaling?', 'Nee, er klopt iets niet');
    await reader.click('Verstuur uw antwoord');
    expect(await reader.text()).toContain('Schrijf op wat er niet klopt');
    await reader.choose('Klopt de vertaling?', 'Ja, de vertaling klopt');
    await reader.click('Verstuur uw antwoord');
    expect(await reader.text()).toContain('U zei: de vertaling klopt');
    await reader.leave();
  });

  it('a change goes out in Polish too, and says what is different', async () => {
    const hr = await asHr();
    await hr.click(/^Verstuur aan/);
    expect(await hr.text()).toContain('Verstuurd. Kenmerk');
    await hr.leave();
    await app.database.asOwner(`update persons set other_language = 'pl' where id = $1`, [staff.employee.id]);
    const employee = await as(staff.employee, PHONE);
    await employee.open('/me/notices');
    await employee.click(/^Wat er verandert aan/);
    const words = await employee.text();
    expect(words).toContain('Polski t_short:N03');
    expect(words).toContain('Dit bericht is er nu ook in het Pools');
    expect(words).toContain('Anders. Eerst stond er:');
    expect(words).toContain('Indien u bezwaar maakt, mag u derhalve geen nadeel hebben.');
    expect(words).toContain('U mag geen nadeel hebben van een bezwaar.');
    expect(await employee.faults()).toEqual([]);
    expect(await overflowOf(employee.page)).toBe(0);
    expect(await pdfBehind(employee, 'Dit bericht als PDF in het Pools')).toContain('Polski t_N10');
    await employee.leave();
  });

  it('the council reads what was sent, and nobody else’s inbox', async () => {
    const [row] = await app.database.asOwner(`select id from notices where kind = 'change'`);
    const chair = await as(staff.chair);
    await chair.open(`/notices/${String(row?.['id'])}/text`);
    expect(await chair.text()).toContain('Het bericht zoals het is verstuurd');
    expect(await chair.faults()).toEqual([]);
    const [request] = await app.database.asOwner('select id from notice_translation_requests');
    const answer = await chair.page.request.get(`/me/translations/${String(request?.['id'])}`);
    expect(answer.status()).toBe(404);
    await chair.leave();
  });

  it('a year later names the tools that are on, and the right to object', async () => {
    await app.database.asOwner(`insert into yearly_reminders (id, sent_at) values ('y_1', '2027-03-02T05:40:00Z')`);
    await app.database.asOwner(`insert into yearly_reminder_people (reminder_id, person_id, tools) values ('y_1', $1, $2)`, [
      staff.employee.id,
      [version.toolId],
    ]);
    const employee = await as(staff.employee);
    await employee.open('/me/notices');
    await employee.click('Elk jaar: welke volgsystemen er aan staan');
    expect(await employee.text()).toContain(version.toolName);
    expect(await employee.text()).toContain('U kunt altijd bezwaar maken');
    expect(await employee.faults()).toEqual([]);
    await employee.leave();
  });
});
