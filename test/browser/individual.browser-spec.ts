import type { Browser } from 'playwright-core';
import type { Version } from '../../src/features/tools/index.js';
import { appFor, type TestApp } from '../support/app.js';
import { BrowserPerson } from '../support/browser-person.js';
import { launchChromium, overflowOf } from '../support/chromium.js';
import { ALLOWED, givenMeasured, givenRunning } from '../support/given-individual.js';
import { givenStaff, type Staff } from '../support/given-people.js';

const PHONE = { width: 390, height: 844 };

let app: TestApp;
let browser: Browser;
let staff: Staff;
let version: Version;

const looksWell = async (person: BrowserPerson): Promise<void> => {
  expect(await person.faults()).toEqual([]);
  expect(await overflowOf(person.page)).toBe(0);
};

beforeAll(async () => {
  app = await appFor('individual_browser', '2026-02-20T10:00:00Z');
  browser = await launchChromium();
  staff = await app.database.transactions.run((tx) => givenStaff(tx));
  await givenRunning(app.database, app.clock, staff, { name: 'Countersign', isPlatform: true });
  version = await givenRunning(app.database, app.clock, staff, { name: 'Aanmeldregistratie', individualView: ALLOWED });
  await givenMeasured(app.database, version, staff.employee.id, [{ day: '2026-02-19', minutes: 42 }]);
}, 60_000);
afterAll(async () => {
  await browser.close();
  await app.close();
});

describe('looking at one person, on a phone and without scripts', () => {
  it('is named, asked, opened, looked at and told', async () => {
    const chair = await BrowserPerson.signIn(browser, app, staff.chair, PHONE);
    await chair.open('/individual-views');
    await looksWell(chair);
    await chair.page.locator('main select[name=person]').selectOption({ label: staff.member.name });
    await chair.click('Stel voor');
    await looksWell(chair);
    const secretary = await BrowserPerson.signIn(browser, app, staff.secretary, PHONE);
    await secretary.open('/individual-views');
    await looksWell(secretary);
    app.clock.advance({ minutes: 1 });
    await secretary.identify();
    await secretary.click(`Bevestig: ${staff.member.name} wordt aangewezen`);
    expect(await secretary.text()).toContain(`${staff.member.name}. Sinds`);
    await chair.open('/individual-views');
    expect(await chair.text()).toContain(`Trek de aanwijzing van ${staff.member.name} in`);
    const officer = await BrowserPerson.signIn(browser, app, staff.privacyOfficer, PHONE);
    await officer.open('/individual-views/new');
    await looksWell(officer);
    await officer.fill('Personeelsnummer', staff.employee.staffNumber);
    await officer.fill(/^Waarom moet dit/, 'Er verdwenen gegevens op een avond dat alleen deze laptop aan stond.');
    await officer.click('Vraag de tweede persoon');
    const address = new URL(officer.page.url()).pathname;
    const member = await BrowserPerson.signIn(browser, app, staff.member, PHONE);
    await member.open(address);
    await looksWell(member);
    await member.identify();
    await member.click('Open het');
    expect(await member.text()).toContain('De FG heeft bericht gekregen');
    await officer.open(address);
    await looksWell(officer);
    await officer.click('Bekijk de gegevens');
    expect(await officer.text()).toContain('42 minuten');
    await looksWell(officer);
    await officer.open(address);
    await officer.click('Beëindig het nu');
    await looksWell(officer);
    await officer.fill(/^Wat is er bekeken/, 'Wij zagen niets bijzonders. Het vermoeden klopte niet.');
    await officer.click('Vertel het nu');
    const employee = await BrowserPerson.signIn(browser, app, staff.employee, PHONE);
    await employee.open('/me/looks');
    expect(await employee.text()).toContain('Het vermoeden klopte niet');
    await looksWell(employee);
  });
});
