import { jest } from '@jest/globals';
import { mkdirSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { appFor, type TestApp } from '../support/app.js';
import { BrowserPerson } from '../support/browser-person.js';
import { axeFindings, launchChromium, overflowOf } from '../support/chromium.js';
import { type GivenPerson, givenStaff, type Staff } from '../support/given-people.js';

jest.setTimeout(240_000);

let app: TestApp;
let browser: Browser;
let staff: Staff;
const SETTINGS = '/council/settings';
const SHOTS = process.env['COUNTERSIGN_SHOTS'];

beforeAll(async () => {
  app = await appFor('journey_council', '2026-03-16T09:00:00Z');
  browser = await launchChromium();
  staff = await app.database.transactions.run(givenStaff);
});
afterAll(async () => {
  await browser?.close();
  await app.close();
});

const as = async (who: GivenPerson, size?: { width: number; height: number }): Promise<BrowserPerson> => {
  app.clock.advance({ seconds: 31 });
  return BrowserPerson.signIn(browser, app, who, size);
};
/** Looks at the page that somebody has open as a browser with scripts does: axe, and nothing wider than the window. */
const look = async (person: BrowserPerson, name: string, path = new URL(person.page.url()).pathname): Promise<void> => {
  for (const width of SHOTS ? [1280, 390] : [390]) {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      baseURL: app.url,
      storageState: await person.context.storageState(),
    });
    const page = await context.newPage();
    await page.goto(path);
    if (SHOTS) {
      mkdirSync(SHOTS, { recursive: true });
      await page.screenshot({ path: `${SHOTS}/${name}-${width}.png`, fullPage: true });
    }
    if (width === 390) expect(await axeFindings(page)).toEqual([]);
    expect(await overflowOf(page)).toBeLessThanOrEqual(0);
    await context.close();
  }
};
const mails = async (): Promise<readonly string[]> => (await app.mails()).map(({ subject }) => subject ?? '');

describe('the first chair and secretary', () => {
  const officers = (): readonly (readonly [GivenPerson, string])[] => [
    [staff.chair, 'Voorzitter van de ondernemingsraad (OR)'],
    [staff.secretary, 'Secretaris van de ondernemingsraad (OR)'],
  ];
  const rolesOf = ({ id }: GivenPerson): string => `/settings/people/${id}/roles`;

  it('are asked by the administrator, and each says yes from an own account', async () => {
    await app.database.asOwner('delete from role_grants where person_id = any($1)', [officers().map(([{ id }]) => id)]);
    const admin = await as(staff.orgAdmin);
    for (const [officer, role] of officers()) {
      await admin.open(rolesOf(officer));
      await admin.page.getByLabel('Rol', { exact: true }).selectOption({ label: role });
      await admin.click('Geef deze rol');
      expect(await admin.text()).toContain('Moet nog ja zeggen');
    }
    for (const [officer, role] of officers()) {
      const person = await as(officer);
      await person.open('/role');
      expect(await person.text()).toContain(`U bent gevraagd als: ${role}.`);
      await person.click('Ja, ik neem deze rol aan');
      expect(await person.text()).toContain('U heeft de rol aangenomen.');
      await person.leave();
    }
    await admin.leave();
  });

  it('from then on the administrator changes nobody of the council', async () => {
    const admin = await as(staff.orgAdmin);
    for (const [officer] of officers()) {
      await admin.open(rolesOf(officer));
      expect(await admin.text()).toContain('Wie er in de OR zit, bepaalt de OR zelf.');
      expect(await admin.page.getByRole('button', { name: /^Beëindig de rol/ }).count()).toBe(0);
    }
    await admin.leave();
  });
});

describe('the council is its own master', () => {
  it('the chair proposes a new member and a deputy; nothing changes yet', async () => {
    const chair = await as(staff.chair);
    await chair.click('Leden en regels');
    expect(await chair.heading()).toBe('OR: zetels en regels');
    expect(await chair.text()).toContain('3 van de 3 zetels zijn bezet.');
    await look(chair, 'settings');
    await chair.click('Wijzig de zetels, de voorzitter of de secretaris');
    await chair.fill('Aantal zetels', '5');
    await chair.click('Toon zoveel zetels');
    await look(chair, 'seats', `${SETTINGS}/seats?seats=5`);
    await chair.page.locator('#member4').fill(staff.hr.staffNumber);
    await chair.page.locator('#deputy1').fill(staff.colleague.staffNumber);
    app.clock.advance({ seconds: 31 });
    await chair.identify();
    await chair.click('Stel deze wijziging voor');
    expect(await chair.text()).toContain('Die twee rollen gaan niet samen.');
    await chair.page.locator('#member4').fill(staff.employee.staffNumber);
    app.clock.advance({ seconds: 31 });
    await chair.identify();
    await chair.click('Stel deze wijziging voor');
    expect(await chair.text()).toContain('Uw voorstel is bewaard.');
    expect(await chair.text()).toContain('3 van de 3 zetels zijn bezet.');
    await chair.leave();
  });

  it('the secretary reads what was and what becomes, on a phone and in English, and confirms it', async () => {
    const secretary = await as(staff.secretary, { width: 390, height: 800 });
    await secretary.click('Lees en bevestig een wijziging van de OR');
    await secretary.click('English');
    await secretary.open(SETTINGS);
    await secretary.click('Read and confirm');
    const text = await secretary.text();
    for (const words of ['Number of seats', `Seat 4`, 'there is no such seat', staff.employee.name, 'Deputy of seat 1'])
      expect(text).toContain(words);
    await look(secretary, 'change');
    app.clock.advance({ seconds: 31 });
    await secretary.identify();
    await secretary.click('I confirm this change');
    expect(await secretary.text()).toContain('The change has taken effect.');
    expect(await secretary.text()).toContain('3 of the 5 seats are filled.');
    await secretary.leave();
    await app.runJobs();
    expect((await mails()).filter((subject) => subject === 'De OR is gewijzigd').length).toBe(2);
  });

  it('the new member says yes and reads the rules; a member proposes nothing', async () => {
    const employee = await as(staff.employee);
    await employee.open('/role');
    await employee.click('Ja, ik neem deze rol aan');
    await employee.leave();
    const member = await as(staff.employee);
    await member.open(SETTINGS);
    expect(await member.text()).toContain('4 van de 5 zetels zijn bezet.');
    expect(await member.text()).toContain('Er zijn meer stemmen voor dan tegen.');
    expect(await member.text()).not.toContain('Wijzig de regels');
    expect((await member.page.goto(`${SETTINGS}/seats`))?.status()).toBe(404);
    await member.leave();
  });

  it('the secretary proposes rules, the chair confirms them', async () => {
    const secretary = await as(staff.secretary);
    await secretary.open(`${SETTINGS}/rules`);
    await secretary.click('Nederlands');
    await secretary.open(`${SETTINGS}/rules`);
    await look(secretary, 'rules');
    await secretary.choose('Meerderheid: wanneer een voorstel is aangenomen', 'Volstrekt: meer dan de helft van wie meedoet, stemt voor');
    await secretary.choose('Open of geheim', 'Geheim: niemand ziet wie wat stemde');
    app.clock.advance({ seconds: 31 });
    await secretary.identify();
    await secretary.click('Stel deze wijziging voor');
    await secretary.leave();
    const chair = await as(staff.chair);
    await chair.open(SETTINGS);
    await chair.click('Bekijk en bevestig');
    expect(await chair.text()).toContain('Meer dan de helft van wie meedoet, stemt voor.');
    app.clock.advance({ seconds: 31 });
    await chair.identify();
    await chair.click('Ik bevestig deze wijziging');
    expect(await chair.text()).toContain('Geheim: niemand ziet wie wat stemde.');
    await look(chair, 'history');
    for (const part of ['committees', 'term']) await look(chair, part, `${SETTINGS}/${part}`);
    await chair.leave();
  });

  it('the administrator and HR find nothing there, and give or end no role of the council', async () => {
    for (const who of [staff.orgAdmin, staff.hr, staff.director]) {
      const person = await as(who);
      for (const path of [SETTINGS, `${SETTINGS}/seats`, `${SETTINGS}/rules`, '/settings/council-reset'])
        expect((await person.page.goto(path))?.status()).toBe(404);
      await person.leave();
    }
    const admin = await as(staff.orgAdmin);
    await admin.open(`/settings/people/${staff.colleague.id}/roles`);
    expect(await admin.page.locator('select[name=role] option').allInnerTexts()).not.toContain('OR-lid');
    expect(await admin.text()).toContain('Wie er in de OR zit, bepaalt de OR zelf.');
    await admin.leave();
  });

  it('when both officers have gone and no two members are left, the administrator asks others, and the reason stays in sight', async () => {
    const gone = [staff.chair, staff.secretary, staff.member, staff.colleague].map(({ id }) => id);
    await app.database.asOwner('update role_grants set ended_at = $2 where person_id = any($1)', [gone, app.clock.now()]);
    const admin = await as(staff.orgAdmin);
    await admin.click('De OR heeft geen voorzitter en geen secretaris meer. Vraag nieuwe mensen');
    await look(admin, 'reset');
    await admin.fill('Voorzitter', staff.employee.name);
    await admin.fill('Secretaris', staff.colleague.name);
    await admin.fill('Reden', 'Bijna alle leden zijn vertrokken.');
    await admin.identify();
    await admin.click('Vraag deze voorzitter en secretaris');
    expect(await admin.text()).toContain('De nieuwe voorzitter en secretaris zijn gevraagd.');
    await admin.leave();
    const member = await as(staff.employee);
    await member.open(SETTINGS);
    expect(await member.text()).toContain('Reden: Bijna alle leden zijn vertrokken.');
    await look(member, 'after-reset');
    await member.leave();
  });
});
