import { jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { appFor, type TestApp } from '../support/app.js';
import { BrowserPerson } from '../support/browser-person.js';
import { launchChromium, overflowOf } from '../support/chromium.js';
import { givenChain } from '../support/given-chain.js';
import { type GivenPerson, givenPerson, givenStaff, type Staff } from '../support/given-people.js';
import { givenTool } from '../support/given-tools.js';

jest.setTimeout(240_000);
const PHONE = { width: 390, height: 800 };
const OTHERS = 1200;

let app: TestApp;
let browser: Browser;
let staff: Staff;
let english: GivenPerson;
let draftPath: string;
let noticePath = '';

/** A tool whose chain waits for its notice, which goes to more people than one step. */
beforeAll(async () => {
  app = await appFor('delivery');
  browser = await launchChromium();
  staff = await app.database.transactions.run((tx) => givenStaff(tx));
  const { unitId } = staff.employee;
  english = await app.database.transactions.run((tx) => givenPerson(tx, { unitId, language: 'en' }));
  await app.database.asOwner(
    `insert into persons (id, staff_number, name, email, unit_id, language, starts_on, works_at_home, created_at)
     select 'p_x' || i, 'x' || i, 'Medewerker ' || i, null, $1, 'nl', '2020-01-01', false, '2020-01-01T00:00:00Z' from generate_series(1, $2::int) i`,
    [unitId, OTHERS],
  );
  const version = await app.database.transactions.run(async (tx) => {
    const tool = await givenTool(tx, app.clock.now(), { unitIds: [unitId], until: 'fixed' });
    await givenChain(tx, tool, staff, { without: ['notice', 'warning'] });
    return tool;
  });
  draftPath = `/tools/${version.toolId}/versions/${version.number}/notices`;
});
afterAll(async () => {
  await browser?.close();
  await app.close();
});

const as = async (who: GivenPerson, size?: { width: number; height: number }): Promise<BrowserPerson> => {
  app.clock.advance({ seconds: 61 });
  return BrowserPerson.signIn(browser, app, who, size);
};
const inRole = async (who: GivenPerson, role: string): Promise<BrowserPerson> => {
  const person = await as(who);
  await person.open('/role');
  const choice = person.page.locator(`main button[value="${role}"], main input[value="${role}"]`).first();
  if ((await choice.count()) > 0) await choice.click();
  return person;
};
const give = async (hr: BrowserPerson, to: GivenPerson, way: string, second?: GivenPerson): Promise<void> => {
  await hr.open(noticePath);
  await hr.fill(/wie het bericht kreeg/, to.staffNumber);
  await hr.choose('Hoe kreeg de medewerker het?', way);
  if (second) await hr.fill(/wie erbij was/, second.staffNumber);
  await hr.fill('Wanneer, waar en hoe gaf u het?', 'Maandag, aan tafel 4');
  await hr.click('Leg de uitreiking vast');
};
const told = async (who: GivenPerson): Promise<boolean> =>
  (await app.database.asOwner('select 1 from people_told where person_id = $1', [who.id])).length > 0;

describe('a notice for everyone', () => {
  it('is followed by HR while it goes out, without script, and tells nobody’s name', async () => {
    const hr = await inRole(staff.hr, 'hr_registrar');
    await hr.open(draftPath);
    await hr.click(/^Verstuur aan/);
    expect(await hr.heading()).toBe('Het bericht gaat naar de medewerkers');
    const total = (await hr.text()).match(/0 van ([\d.]+) mensen/)?.[1];
    expect(await hr.text()).toContain('U kunt deze pagina sluiten');
    expect(await hr.faults()).toEqual([]);
    await app.runJobs();
    await hr.click('Ververs');
    expect(await hr.text()).toContain(`${total} van ${total} mensen`);
    expect(await hr.text()).toContain('Iedereen heeft het bericht één keer gekregen');
    await hr.click('Naar het bericht');
    noticePath = new URL(hr.page.url()).pathname;
    expect(await hr.text()).not.toMatch(/Medewerker \d/);
    expect(await hr.faults()).toEqual([]);
    await give(hr, staff.employee, 'Ik gaf het zelf');
    expect(await hr.text()).toContain('De medewerker krijgt nu de vraag of het klopt');
    await give(hr, english, 'Ik stuurde het per post', staff.manager);
    expect(await hr.text()).toContain('Dit kan pas na 2 herinneringen');
    await hr.leave();
  });

  it('counts for who says that they got it on paper', async () => {
    expect(await told(staff.employee)).toBe(false);
    const employee = await as(staff.employee, PHONE);
    await employee.open('/me/notices');
    await employee.click('Bekijk dit');
    expect(await employee.heading()).toBe('Een bericht op papier');
    expect(await overflowOf(employee.page)).toBeLessThanOrEqual(0);
    expect(await employee.faults()).toEqual([]);
    await employee.click('Ja, ik kreeg dit bericht');
    expect(await employee.text()).toContain('Het telt als gelezen');
    expect(await told(staff.employee)).toBe(true);
    await employee.leave();
  });

  it('counts by a second person’s word after two reminders, until the person says that it is not right', async () => {
    app.clock.advance({ days: 12 });
    const hr = await inRole(staff.hr, 'hr_registrar');
    await give(hr, english, 'Ik stuurde het per post', staff.manager);
    await hr.leave();
    const second = await as(staff.manager);
    await second.open('/me/notices');
    await second.click('Bekijk dit');
    await second.fill('Wat zag u zelf?', 'Ik zag de brief weggaan');
    await second.click('Ik was erbij en het klopt');
    await second.leave();
    expect(await told(english)).toBe(true);
    const person = await as(english);
    await person.open('/me/notices');
    await person.click('See this');
    await person.fill('What is not right?', 'No letter came');
    await person.click('This is not right');
    expect(await person.text()).toContain('It does not count until the DPO decides');
    expect(await told(english)).toBe(false);
    await person.leave();
    const dpo = await inRole(staff.dpo, 'dpo');
    await dpo.open('/notices/disputes');
    expect(await dpo.text()).toContain('No letter came');
    await dpo.click('Het is niet uitgereikt');
    await dpo.leave();
    expect(await told(english)).toBe(false);
  });
});
